import type { Field } from '../../frame/Frame.ts';
import type { TransformResult } from '../TransformResult.ts';
import { fieldNames, renamed } from './fieldNames.ts';

/**
 * Returns the fields of several results as those of one. Series keep the names that a template gives them; others are
 * named by what tells them apart among all; and where two have one name, the later one has its `refId` in it.
 */
export function uniteNames(results: readonly TransformResult[]): readonly Field[] {
  const own = results.flatMap((result) => {
    const names = fieldNames(result);
    const hasTemplate = result.legend !== undefined && result.legend.trim() !== '';
    return result.frame.fields.map((field, index) => ({
      refId: result.refId,
      field: field.kind === 'number' && hasTemplate ? renamed(field, names[index] ?? field.name) : field,
    }));
  });
  const frame = { length: 0, fields: own.map(({ field }) => field) };
  const names = fieldNames({ refId: '', frame });
  const counts = new Map<string, number>();
  const taken = new Set(names);
  return own.map(({ field, refId }, index) => {
    const name = names[index] ?? field.name;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count === 1) return field;
    let free = `${name} (${refId})`;
    for (let number = 2; taken.has(free); number += 1) free = `${name} (${refId}) ${number}`;
    taken.add(free);
    return renamed(field, free);
  });
}
