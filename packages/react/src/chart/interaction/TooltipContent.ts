/** A line of a tooltip: what it is about, and its value. */
export interface TooltipRow {
  /** Names the line among the others. */
  readonly key: string;
  readonly name: string;
  /** The value as text, with its unit. */
  readonly value: string;
  /** The CSS colour of the mark. Left out: there is no swatch. */
  readonly color?: string | undefined;
  /** Whether it is the one that the pointer, or the keyboard, is on. */
  readonly isFocused?: boolean | undefined;
}

/** What a tooltip says, as plain text. */
export interface TooltipContent {
  /** What all lines have in common: a time, a category. */
  readonly title: string;
  readonly rows: readonly TooltipRow[];
  /** What is to be said besides: how many lines are left out. */
  readonly note?: string | undefined;
}

/** Returns what is said of a mark: what stands in its tooltip, in one sentence. */
export function speakTooltip({ title, rows, note }: TooltipContent): string {
  const values = rows.map(({ name, value }) => `${name} ${value}`.trim()).filter((text) => text !== '');
  const said = [values.join(', '), note ?? ''].filter((text) => text !== '').join('. ');
  return title === '' ? said : said === '' ? title : `${title}: ${said}`;
}
