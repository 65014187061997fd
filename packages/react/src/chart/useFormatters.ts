import { createContext, useContext, useMemo } from 'react';
import { createFormatters, type Formatters } from './createFormatters.ts';

/** The formatters that were made for one root, by locale and time zone. */
export type FormatterPool = Map<string, Formatters>;

/** Carries the formatters of a root to its charts: a browser takes longer to make one than to draw a small chart. */
export const FormatterPoolContext: React.Context<FormatterPool | undefined> = createContext<FormatterPool | undefined>(
  undefined,
);

/** Returns the formatters of a locale and time zone, the same ones as long as these stay. */
export function useFormatters(locale: string | undefined, timeZone: string | undefined): Formatters {
  const pool = useContext(FormatterPoolContext);
  return useMemo(() => {
    const key = `${locale} ${timeZone}`;
    const formatters = pool?.get(key) ?? createFormatters({ locale, timeZone });
    pool?.set(key, formatters);
    return formatters;
  }, [pool, locale, timeZone]);
}
