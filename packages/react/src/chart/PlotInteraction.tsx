import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, type RefObject, useRef, useState } from 'react';
import type { PlotModel } from './PlotModel.ts';
import { type CrosshairRefs, useCrosshair } from './useCrosshair.ts';
import { usePlotKeyboard } from './usePlotKeyboard.ts';
import { usePlotPointer } from './usePlotPointer.ts';

interface PlotInteractionProps {
  readonly model: PlotModel;
  readonly chart: RefObject<HTMLDivElement | null>;
  /** The accessible name. */
  readonly label: string;
  readonly onTimeRangeSelect: ((range: AbsoluteTimeRange) => void) | undefined;
}

/** What lies over the plot and answers to pointer and keyboard: crosshair, tooltip, selection and spoken values. */
export function PlotInteraction({ model, chart, label, onTimeRangeSelect }: PlotInteractionProps): ReactElement {
  const [refs] = useState<CrosshairRefs>(() => ({
    chart,
    line: { current: null },
    dots: { current: null },
    tooltip: { current: null },
  }));
  const brush = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const crosshair = useCrosshair(model, refs);
  const pointer = usePlotPointer({ model, crosshair, chart, brush, onTimeRangeSelect });
  const keyboard = usePlotKeyboard({ model, crosshair, brush, live, onTimeRangeSelect });
  const { left, top, width, height } = model.rect;
  return (
    <>
      <div className="gp-crosshair" ref={refs.line} hidden style={{ top, height }} />
      <div className="gp-brush" ref={brush} hidden style={{ top, height }} />
      <div className="gp-dot-layer" ref={refs.dots} />
      <div
        className={onTimeRangeSelect === undefined ? 'gp-plot' : 'gp-plot gp-plot-selectable'}
        style={{ left, top, width, height }}
        role="application"
        aria-roledescription="chart"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is operated with the keyboard, as an application
        tabIndex={0}
        {...pointer}
        {...keyboard}
      />
      <div className="gp-tooltip" ref={refs.tooltip} popover="manual" hidden aria-hidden="true" />
      <div className="gp-visually-hidden" ref={live} aria-live="polite" />
    </>
  );
}
