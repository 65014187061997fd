import * as z from 'zod/mini';
import { fieldNames, renamed } from '../columns/fieldNames.ts';
import { patternSchema, searchPattern } from '../columns/searchPattern.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { mapFrames } from '../TransformResult.ts';

/**
 * Replaces a part of the names of fields.
 *
 * @public
 */
export interface RenameByRegexTransformation extends TransformationScope {
  readonly type: 'renameByRegex';
  /** A regular expression in RE2's syntax; what it finds first in a name is replaced. */
  readonly pattern: string;
  /** What stands there instead; `$1` is what the first group found, `$&` all that was found, `$$` a dollar. */
  readonly replacement: string;
}

/** Replaces a part of the names of fields. */
export const renameByRegex: TransformationKind<RenameByRegexTransformation> = {
  schema: z.looseObject({
    type: z.literal('renameByRegex'),
    queries: z.optional(z.array(z.string())),
    pattern: patternSchema,
    replacement: z.string().check(z.maxLength(1000)),
  }),
  apply: (results, { pattern, replacement }) => {
    const search = searchPattern(pattern);
    return mapFrames(results, (result) => {
      const { frame } = result;
      const known = fieldNames(result);
      const fields = frame.fields.map((field, index) => {
        const name = known[index] ?? field.name;
        const other = search.replace(name, replacement);
        return other === name ? field : renamed(field, other);
      });
      return fields.some((field, index) => field !== frame.fields[index]) ? { ...frame, fields } : frame;
    });
  },
};
