import type { Reducer } from '@glasspane/core';
import * as z from 'zod/mini';
import { reducerSchema } from '../widgets/reducerSchema.ts';
import type { LegendPlacement } from './legendLayout.ts';

/**
 * Where the legend of a chart stands, and what it says of each series.
 *
 * @public
 */
export interface LegendOptions {
  /**
   * Where it stands; `auto`: below, or not at all where there is no room.
   *
   * @defaultValue 'auto'
   */
  readonly placement?: 'auto' | 'below' | 'right' | 'none' | undefined;
  /**
   * Names beside each other, or a table with a column for each of the `values`, which can be sorted.
   *
   * @defaultValue 'list'
   */
  readonly mode?: 'list' | 'table' | undefined;
  /**
   * What is made of each series.
   *
   * @defaultValue `['last']` of a list; `['min', 'max', 'mean', 'last']` of a table
   */
  readonly values?: readonly Reducer[] | undefined;
}

/** The options of a legend, with what stands for those that are left out. */
export interface LegendSettings {
  readonly placement: LegendPlacement;
  readonly mode: 'list' | 'table';
  readonly values: readonly Reducer[];
}

const placement = z.enum(['auto', 'below', 'right', 'none']);

/** The schema of a legend's options: all of them, or its place alone. */
export const legendOptionsSchema: z.ZodMiniType<LegendPlacement | LegendOptions> = z.union([
  placement,
  z.looseObject({
    placement: z.optional(placement),
    mode: z.optional(z.enum(['list', 'table'])),
    values: z.optional(z.array(reducerSchema)),
  }),
]);

const LIST_VALUES: readonly Reducer[] = ['last'];
const TABLE_VALUES: readonly Reducer[] = ['min', 'max', 'mean', 'last'];

/** Returns the settings of a legend. */
export function legendSettings(options: LegendPlacement | LegendOptions = {}): LegendSettings {
  if (typeof options === 'string') return { placement: options, mode: 'list', values: LIST_VALUES };
  const mode = options.mode ?? 'list';
  const values = options.values ?? (mode === 'table' ? TABLE_VALUES : LIST_VALUES);
  return { placement: options.placement ?? 'auto', mode, values: [...new Set(values)] };
}
