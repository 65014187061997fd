import type { Frame } from '@glasspane/core';
import { useMemo } from 'react';
import type { Formatters } from '../../chart/createFormatters.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { SloOptions } from './SloOptions.ts';
import { type SloLayout, sloLayout } from './sloLayout.ts';
import { type SloModel, sloModel } from './sloModel.ts';

/** The answers that an SLO is made of. */
export interface SloFrames {
  /** By window, the one as long as the period among them. */
  readonly windows: Readonly<Record<string, Frame>>;
  readonly course?: Frame | undefined;
}

/** What an SLO is drawn from. */
export interface SloDrawing extends Formatters {
  readonly model: SloModel;
  readonly layout: SloLayout;
}

interface UseSloOptions {
  readonly frames: SloFrames;
  readonly options: SloOptions;
  readonly width: number;
  readonly height: number;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

/** Returns all that an SLO of that size draws. */
export function useSlo({ frames, options, width, height, locale, timeZone }: UseSloOptions): SloDrawing {
  const formatters = useFormatters(locale, timeZone);
  const model = useMemo(
    () =>
      sloModel({
        options,
        frameOver: (window) => (Object.hasOwn(frames.windows, window) ? frames.windows[window] : undefined),
        courseFrame: frames.course,
        values: formatters.values,
      }),
    [frames, options, formatters],
  );
  const [wide, high] = [Math.max(1, Math.floor(width)), Math.max(1, Math.floor(height))];
  const layout = useMemo(() => sloLayout(model, wide, high), [model, wide, high]);
  return { model, layout, ...formatters };
}
