import * as z from 'zod/mini';
import type { Reducer } from '../../reduce/reduceField.ts';

const names: { readonly [TName in Reducer]: TName } = {
  last: 'last',
  first: 'first',
  min: 'min',
  max: 'max',
  mean: 'mean',
  sum: 'sum',
  count: 'count',
};

/** The form of a {@link Reducer}. */
export const reducerSchema: z.ZodMiniType<Reducer> = z.enum(names);

/** The form of several, at least one. */
export const reducersSchema: z.ZodMiniType<readonly Reducer[]> = z.array(reducerSchema).check(z.minLength(1));
