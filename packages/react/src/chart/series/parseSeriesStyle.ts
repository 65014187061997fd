import { type SeriesStyle, seriesStyleShape } from './SeriesStyle.ts';

/** What an override says of how a series is drawn. */
export interface ParsedStyle {
  readonly style: SeriesStyle;
  /** The names of what it says that cannot be understood, and is left alone. */
  readonly refused: readonly string[];
}

/** Returns what of a style can be understood. Names that nobody knows may be meant for another type of widget. */
export function parseSeriesStyle(input: Readonly<Record<string, unknown>> | undefined): ParsedStyle {
  if (input === undefined) return NOTHING_SAID;
  const style: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [name, schema] of Object.entries(seriesStyleShape)) {
    const value = input !== undefined && Object.hasOwn(input, name) ? input[name] : undefined;
    if (value === undefined) continue;
    if (schema.safeParse(value).success) style[name] = value;
    else refused.push(name);
  }
  return { style: style as SeriesStyle, refused };
}

const NOTHING_SAID: ParsedStyle = { style: {}, refused: [] };
