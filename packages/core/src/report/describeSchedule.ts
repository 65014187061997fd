import type { CronFields } from './CronFields.ts';
import { type ScheduleTiming, scheduleCron } from './scheduleCron.ts';

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const mostTimes = 6;

/**
 * Returns in English when a schedule is due: `Every day at 08:00 Europe/Berlin`.
 *
 * @throws {@link GlasspaneError} `invalid` when the cron expression cannot be read.
 * @public
 */
export function describeSchedule(schedule: ScheduleTiming): string {
  const fields = scheduleCron(schedule);
  const days = dayWords(fields);
  const times = timeWords(fields);
  const words = times.startsWith('at ')
    ? `${days} ${times} ${schedule.timeZone}`
    : `${days === 'every day' ? times : `${days}, ${times}`}, ${schedule.timeZone}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function dayWords(fields: CronFields): string {
  const { days, weekdays, months, isEitherDay } = fields;
  const ofMonth = months.size === 12 ? 'of every month' : `of ${monthWords(months)}`;
  const inMonth = months.size === 12 ? '' : ` in ${monthWords(months)}`;
  const byDate = `on the ${join(sorted(days).map(ordinal))} ${ofMonth}`;
  // A week of names is read from Monday, with Sunday at its end.
  const week = new Set([...weekdays].map((day) => (day === 0 ? 7 : day)));
  const byWeekday = `every ${span(sorted(week), (day) => weekdayNames[day % 7] ?? '')}`;
  if (isEitherDay) return `${byDate} and ${byWeekday}${inMonth}`;
  if (weekdays.size === 7) return days.size === 31 ? `every day${inMonth}` : byDate;
  return days.size === 31 ? `${byWeekday}${inMonth}` : `${byDate} where that is ${byWeekday.replace('every', 'a')}`;
}

function timeWords({ minutes, hours }: CronFields): string {
  const [minuteList, hourList] = [sorted(minutes), sorted(hours)];
  if (hours.size * minutes.size <= mostTimes)
    return `at ${join(hourList.flatMap((hour) => minuteList.map((minute) => `${pad(hour)}:${pad(minute)}`)))}`;
  return minuteWords(minuteList) + hourWords(hourList);
}

function minuteWords(minutes: readonly number[]): string {
  const stepMinutes = 60 / minutes.length;
  if (minutes.every((minute, index) => minute === index * stepMinutes)) {
    if (stepMinutes === 60) return 'every hour';
    return stepMinutes === 1 ? 'every minute' : `every ${stepMinutes} minutes`;
  }
  return `every hour at minute${minutes.length === 1 ? '' : 's'} ${span(minutes, String)}`;
}

function hourWords(hours: readonly number[]): string {
  if (hours.length === 24) return '';
  const [first = 0, last = 0] = [hours[0], hours.at(-1)];
  if (isRun(hours)) return ` from ${pad(first)}:00 to ${pad(last)}:59`;
  return ` in the hours ${span(hours, String)}`;
}

function monthWords(months: ReadonlySet<number>): string {
  return span(sorted(months), (month) => monthNames[month - 1] ?? '');
}

/** Writes three and more in a row as a range. */
function span(values: readonly number[], write: (value: number) => string): string {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return values.length >= 3 && isRun(values) ? `${write(first)} to ${write(last)}` : join(values.map(write));
}

function isRun(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
}

function join(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function ordinal(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  return `${day}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function sorted(values: ReadonlySet<number>): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
