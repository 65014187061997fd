import type { Notice } from '../backend/MetricSource.ts';

/** Returns the notices of both parts of a result, each once. */
export function joinNotices(first: readonly Notice[], second: readonly Notice[]): readonly Notice[] {
  const isNew = (notice: Notice): boolean =>
    !first.some(({ severity, message }) => severity === notice.severity && message === notice.message);
  return [...first, ...second.filter(isNew)];
}
