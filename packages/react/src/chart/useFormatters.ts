import { TimeFormatter, ValueFormatter } from '@glasspane/core';
import { moreUnits } from '@glasspane/core/chart';
import { useMemo } from 'react';

/** The formatters of one locale and time zone. */
export interface Formatters {
  readonly values: ValueFormatter;
  readonly times: TimeFormatter;
}

/** Returns the formatters of a locale and time zone, the same ones as long as these stay. */
export function useFormatters(locale: string | undefined, timeZone: string | undefined): Formatters {
  return useMemo(
    () => ({
      values: new ValueFormatter({ locale, timeZone, units: moreUnits }),
      times: new TimeFormatter({ locale, timeZone }),
    }),
    [locale, timeZone],
  );
}
