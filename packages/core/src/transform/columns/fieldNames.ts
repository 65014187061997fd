import { seriesNames } from '../../format/seriesNames.ts';
import { numberFieldsOf } from '../../frame/concatFrames.ts';
import type { Field } from '../../frame/Frame.ts';
import { StepError } from '../TransformError.ts';
import type { TransformResult } from '../TransformResult.ts';

/** Returns the name of each field of a result, as people see it. */
export function fieldNames({ frame, legend }: TransformResult): readonly string[] {
  const names = seriesNames(numberFieldsOf(frame), legend);
  let next = 0;
  return frame.fields.map((field) => (field.kind === 'number' ? (names[next++] ?? field.name) : field.name));
}

/** Returns the field under another name. */
export function renamed(field: Field, name: string): Field {
  return field.kind === 'number' ? { ...field, displayName: name } : { ...field, name };
}

/** Returns the first field of this name. */
export function findField(result: TransformResult, name: string): Field | undefined {
  const index = fieldNames(result).indexOf(name);
  return index < 0 ? undefined : result.frame.fields[index];
}

/** Returns whether a result has nothing but moments: the query found no series. */
export function hasNoData({ frame }: TransformResult): boolean {
  return frame.fields.every(({ kind }) => kind === 'time');
}

/**
 * Returns the field of each name in each result that has all of them, `undefined` for the others.
 *
 * @throws {@link StepError} When there are data, and no result has all.
 */
export function findInAny(
  results: readonly TransformResult[],
  names: readonly string[],
): readonly (readonly Field[] | undefined)[] {
  const found = results.map((result) => {
    const known = fieldNames(result);
    const fields = names.flatMap((name) => result.frame.fields[known.indexOf(name)] ?? []);
    return fields.length === names.length ? fields : undefined;
  });
  if (found.every((fields) => fields === undefined)) complain(results, names);
  return found;
}

function complain(results: readonly TransformResult[], names: readonly string[]): void {
  const withData = results.filter((result) => !hasNoData(result));
  if (withData.length === 0) return;
  const known = new Set(withData.flatMap(fieldNames));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) {
    throw new StepError(`no result has ${quoteAll(names)} together; join the results first (joinByField)`);
  }
  const verb = missing.length === 1 ? 'is no field' : 'are no fields';
  throw new StepError(`${quoteAll(missing)} ${verb} of the results, which have ${quoteAll([...known])}`);
}

const MAX_QUOTED = 8;

/** Lists some names for a message. */
export function quoteAll(names: readonly string[]): string {
  const shown = names.slice(0, MAX_QUOTED).map((name) => `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`);
  const left = names.length - shown.length;
  return shown.join(', ') + (left > 0 ? ` and ${left} more` : '');
}
