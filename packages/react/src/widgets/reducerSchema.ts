import * as z from 'zod/mini';

/** The schema of a reducer among a widget's options. */
export const reducerSchema: z.ZodMiniEnum<{
  last: 'last';
  first: 'first';
  min: 'min';
  max: 'max';
  mean: 'mean';
  sum: 'sum';
  count: 'count';
}> = z.enum(['last', 'first', 'min', 'max', 'mean', 'sum', 'count']);
