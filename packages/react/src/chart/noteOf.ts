/** What the note below a chart is made of. */
export interface NoteParts {
  readonly notes?: readonly string[] | undefined;
  readonly shownCount: number;
  readonly omittedCount: number;
  readonly locale: string | undefined;
}

/** Returns what a chart leaves out, or does otherwise than it was asked to; undefined where there is nothing to say. */
export function noteOf({ notes = [], shownCount, omittedCount, locale }: NoteParts): string | undefined {
  const write = (count: number): string => count.toLocaleString(locale);
  const omitted =
    omittedCount > 0 ? [`Showing ${write(shownCount)} of ${write(shownCount + omittedCount)} series`] : [];
  const all = [...omitted, ...notes];
  return all.length === 0 ? undefined : all.join(' · ');
}
