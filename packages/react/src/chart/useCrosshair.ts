import { useEffect, useState } from 'react';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import type { TooltipSettings } from './interaction/TooltipOptions.ts';
import { useSharedCrosshair } from './interaction/useSharedCrosshair.ts';
import { type CrosshairRefs, PlotCrosshair } from './PlotCrosshair.ts';
import type { PlotModel } from './PlotModel.ts';

/** Gives a plot a crosshair, the same one at every render, which shows that of the dashboard's other charts as well. */
export function useCrosshair(model: PlotModel, tooltip: TooltipSettings, refs: CrosshairRefs): PlotCrosshair {
  const [crosshair] = useState(() => new PlotCrosshair(refs, { model, tooltip, share: () => {} }));
  const share = useSharedCrosshair((timeMs) => crosshair.showOthers(timeMs));
  useIsomorphicLayoutEffect(() => crosshair.update({ model, tooltip, share }), [crosshair, model, tooltip, share]);
  useEffect(() => () => crosshair.release(), [crosshair]);
  return crosshair;
}
