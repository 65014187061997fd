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
  return useMemo(() => formattersOf(locale, timeZone), [locale, timeZone]);
}

/**
 * What was made before, for all charts of a page: browsers take longer to make a formatter than to draw a small chart. It
 * depends on nothing but its names, so that charts of different hosts do not hear of each other by it.
 */
const made = new Map<string, Formatters>();
const MOST = 16;

function formattersOf(locale: string | undefined, timeZone: string | undefined): Formatters {
  const key = `${locale} ${timeZone}`;
  const found = made.get(key);
  if (found !== undefined) return found;
  const formatters = {
    values: new ValueFormatter({ locale, timeZone, units: moreUnits }),
    times: new TimeFormatter({ locale, timeZone }),
  };
  if (made.size >= MOST) made.clear();
  made.set(key, formatters);
  return formatters;
}
