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
  const [found, wanted] = [ours.data, theirs.data];
  if (found === undefined || wanted === undefined) {
    const isSame = found === wanted && ours.errorType === theirs.errorType;
    return isSame ? undefined : `${ours.errorType}: ${ours.error}, not ${theirs.errorType}: ${theirs.error}`;
  }
  if (found.resultType !== wanted.resultType) return `${found.resultType}, not ${wanted.resultType}`;
  if (isList(found) && isList(wanted)) return listDifference(found.result, wanted.result, isOrdered);
  if (isList(found) || isList(wanted)) return undefined;
  const [a, b] = [found.result, wanted.result];
  return a[0] === b[0] && isEqual(a[1], b[1]) ? undefined : `${a}, not ${b}`;
}

type Data = NonNullable<Answer['data']>;

const isList = (data: Data): data is Extract<Data, { readonly resultType: 'vector' | 'matrix' }> =>
  data.resultType === 'vector' || data.resultType === 'matrix';
