import { TimeFormatter, ValueFormatter, type ValueFormatterOptions } from '@glasspane/core';
import { moreUnits } from '@glasspane/core/chart';

/** What writes values and moments in one locale and time zone. */
export interface Formatters {
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}

/** Returns the formatters of a locale and time zone; they know every unit. */
export function createFormatters({ locale, timeZone }: Pick<ValueFormatterOptions, 'locale' | 'timeZone'>): Formatters {
  return {
    values: new ValueFormatter({ locale, timeZone, units: moreUnits }),
    times: new TimeFormatter({ locale, timeZone }),
  };
}
