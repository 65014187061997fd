/** A cron expression, read. */
export interface CronFields {
  /** 0 to 59. */
  readonly minutes: ReadonlySet<number>;
  /** 0 to 23. */
  readonly hours: ReadonlySet<number>;
  /** 1 to 31. */
  readonly days: ReadonlySet<number>;
  /** 1 to 12. */
  readonly months: ReadonlySet<number>;
  /** 0 to 6, from Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Whether one of the two day fields is enough: both name days, and none begins with `*`. */
  readonly isEitherDay: boolean;
}

/** Tells whether a day is one of the expression. */
export function isCronDay(fields: CronFields, day: number, weekday: number): boolean {
  const [isDay, isWeekday] = [fields.days.has(day), fields.weekdays.has(weekday)];
  return fields.isEitherDay ? isDay || isWeekday : isDay && isWeekday;
}
