import * as z from 'zod/mini';
import { fieldNames } from '../columns/fieldNames.ts';
import { patternSchema, searchPattern } from '../columns/searchPattern.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { mapFrames } from '../TransformResult.ts';

/**
 * Keeps the fields with these names. Fields of moments stay, unless they are named to be left out.
 *
 * @public
 */
export interface FilterByNameTransformation extends TransformationScope {
  readonly type: 'filterByName';
  readonly names?: readonly string[] | undefined;
  /** A regular expression in RE2's syntax that finds something in the name. */
  readonly pattern?: string | undefined;
  /** Leaves these fields out, and keeps the others. */
  readonly isExcluding?: boolean | undefined;
}

/** Keeps the fields with these names. */
export const filterByName: TransformationKind<FilterByNameTransformation> = {
  schema: z.looseObject({
    type: z.literal('filterByName'),
    queries: z.optional(z.array(z.string())),
    names: z.optional(z.array(z.string())),
    pattern: z.optional(patternSchema),
    isExcluding: z.optional(z.boolean()),
  }),
  apply: (results, { names = [], pattern, isExcluding = false }) => {
    const chosen = new Set(names);
    const search = pattern === undefined ? undefined : searchPattern(pattern);
    const isNamed = (name: string): boolean => chosen.has(name) || search?.finds(name) === true;
    return mapFrames(results, (result) => {
      const { frame } = result;
      const known = fieldNames(result);
      const fields = frame.fields.filter((field, index) => {
        const isOne = isNamed(known[index] ?? field.name);
        return isExcluding ? !isOne : isOne || field.kind === 'time';
      });
      return fields.length === frame.fields.length ? frame : { ...frame, fields };
    });
  },
};
