import * as z from 'zod/mini';
import type { Frame } from '../../frame/Frame.ts';
import { fieldNames, renamed } from '../columns/fieldNames.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import { mapFrames, type TransformResult } from '../TransformResult.ts';

/**
 * Orders, hides and renames fields. Names that no field has are passed over.
 *
 * @public
 */
export interface OrganizeTransformation extends TransformationScope {
  readonly type: 'organize';
  /** The fields that come first, in this order; the others follow as they were. */
  readonly order?: readonly string[] | undefined;
  /** The fields that are left out. */
  readonly hide?: readonly string[] | undefined;
  /** New names by the ones that there are. */
  readonly rename?: Readonly<Record<string, string>> | undefined;
}

/** Orders, hides and renames fields. */
export const organize: TransformationKind<OrganizeTransformation> = {
  schema: z.looseObject({
    type: z.literal('organize'),
    queries: z.optional(z.array(z.string())),
    order: z.optional(z.array(z.string())),
    hide: z.optional(z.array(z.string())),
    rename: z.optional(z.record(z.string(), z.string())),
  }),
  apply: (results, step) => mapFrames(results, (result) => organizeFrame(result, step)),
};

function organizeFrame(result: TransformResult, step: OrganizeTransformation): Frame {
  const { frame } = result;
  const hidden = new Set(step.hide);
  const names = new Map(Object.entries(step.rename ?? {}));
  const places = new Map([...(step.order ?? [])].reverse().map((name, index, all) => [name, all.length - 1 - index]));
  const known = fieldNames(result);
  const placed = frame.fields
    .map((field, index) => ({ field, name: known[index] ?? field.name }))
    .filter(({ name }) => !hidden.has(name))
    .map((one) => ({ ...one, place: places.get(one.name) ?? places.size }))
    .sort((a, b) => a.place - b.place);
  const fields = placed.map(({ field, name }) => {
    const other = names.get(name);
    return other === undefined || other === name ? field : renamed(field, other);
  });
  const isSame = fields.length === frame.fields.length && fields.every((field, index) => field === frame.fields[index]);
  return isSame ? frame : { ...frame, fields };
}
