import type { Notice } from '../backend/MetricSource.ts';

/** Returns the notices of both parts of a result, each once. */
export function joinNotices(first: readonly Notice[], second: readonly Notice[]): readonly Notice[] {
  const isSame = (a: Notice, b: Notice): boolean => a.severity === b.severity && a.message === b.message;
  const all = [...first, ...second];
  return all.filter((notice, index) => all.findIndex((other) => isSame(other, notice)) === index);
}
