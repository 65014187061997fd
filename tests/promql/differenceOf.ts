import type { Labels } from '@glasspane/promql';
import type { Answer, AnsweredSeries } from './askServer.ts';

const MOST_RELATIVE = 1e-9;

const toNumber = (text: string): number => Number(text.replace('Inf', 'Infinity'));

/** Returns whether two values are equal up to rounding, and written alike where they are the very same. */
function isEqual(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const [a, b] = [toNumber(ours), toNumber(theirs)];
  if (Object.is(a, b)) return false;
  return a === b || Math.abs(a - b) <= MOST_RELATIVE * Math.max(Math.abs(a), Math.abs(b));
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

const pointsOf = ({ value, values }: AnsweredSeries) => values ?? (value === undefined ? [] : [value]);

function seriesDifference(ours: AnsweredSeries, theirs: AnsweredSeries): string | undefined {
  const [found, wanted] = [pointsOf(ours), pointsOf(theirs)];
  for (let index = 0; index < Math.max(found.length, wanted.length); index += 1) {
    const [a, b] = [found[index], wanted[index]];
    if (a === undefined || b === undefined || a[0] !== b[0]) return `${a} where Prometheus has ${b}`;
    if (!isEqual(a[1], b[1])) return `at ${a[0]}: ${a[1]}, not ${b[1]}`;
  }
  return undefined;
}

/** Compares series, in order when it is part of the answer. */
function listDifference(ours: readonly AnsweredSeries[], theirs: readonly AnsweredSeries[], isOrdered: boolean) {
  const found = new Map(ours.map((series) => [keyOf(series.metric), series]));
  if (found.size < ours.length) return 'ours has a series twice';
  for (const [index, wanted] of theirs.entries()) {
    const key = keyOf(wanted.metric);
    const series = found.get(key);
    if (series === undefined) return `only Prometheus has ${key}`;
    const difference = seriesDifference(series, wanted);
    if (difference !== undefined) return `${key}: ${difference}`;
    // Of equal values any may come first.
    const atIndex = ours[index];
    if (isOrdered && (atIndex === undefined || seriesDifference(atIndex, wanted) !== undefined)) {
      return `place ${index}: ${JSON.stringify(atIndex)}, not ${JSON.stringify(wanted)}`;
    }
    found.delete(key);
  }
  const [extra] = found.keys();
  return extra === undefined ? undefined : `only ours has ${extra}`;
}

/** Returns the first difference of two answers in words. */
export function differenceOf(ours: Answer, theirs: Answer, isOrdered: boolean): string | undefined {
  if (ours.data === undefined || theirs.data === undefined) {
    if (ours.data === undefined && theirs.data === undefined && ours.errorType === theirs.errorType) return undefined;
    return `${ours.errorType}: ${ours.error}, not ${theirs.errorType}: ${theirs.error}`;
  }
  if (ours.data.resultType === 'vector' || ours.data.resultType === 'matrix') {
    if (ours.data.resultType !== theirs.data.resultType)
      return `${ours.data.resultType}, not ${theirs.data.resultType}`;
    return listDifference(ours.data.result, theirs.data.result, isOrdered);
  }
  const [found, wanted] = [ours.data, theirs.data].map(({ resultType, result }) => ({ resultType, result }));
  if (found?.resultType !== wanted?.resultType) return `${found?.resultType}, not ${wanted?.resultType}`;
  const [a, b] = [found?.result, wanted?.result] as unknown as [[number, string], [number, string]];
  return a[0] === b[0] && isEqual(a[1], b[1]) ? undefined : `${a}, not ${b}`;
}
