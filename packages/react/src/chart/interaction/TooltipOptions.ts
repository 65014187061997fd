import * as z from 'zod/mini';
import type { TooltipSort } from './PinnedContent.ts';

/**
 * What a tooltip over a chart lists, and in which order.
 *
 * @public
 */
export interface TooltipOptions {
  /**
   * All series, the one that is nearest to the pointer, or no tooltip.
   *
   * @defaultValue 'all'
   */
  readonly mode?: 'all' | 'single' | 'none' | undefined;
  /**
   * The largest value first, by name, or in the order of the series.
   *
   * @defaultValue 'value'
   */
  readonly sort?: 'value' | 'name' | 'series' | undefined;
}

/** The options of a tooltip, with what stands for those that are left out. */
export interface TooltipSettings {
  readonly mode: 'all' | 'single' | 'none';
  readonly sort: TooltipSort;
}

/** The schema of {@link TooltipOptions}. */
export const tooltipOptionsSchema: z.ZodMiniType<TooltipOptions> = z.looseObject({
  mode: z.optional(z.enum(['all', 'single', 'none'])),
  sort: z.optional(z.enum(['value', 'name', 'series'])),
});

const DEFAULTS: TooltipSettings = { mode: 'all', sort: 'value' };

/** Returns the settings; the same object where nothing is set. */
export function tooltipSettings(options: TooltipOptions | undefined): TooltipSettings {
  if (options?.mode === undefined && options?.sort === undefined) return DEFAULTS;
  return { mode: options.mode ?? DEFAULTS.mode, sort: options.sort ?? DEFAULTS.sort };
}
