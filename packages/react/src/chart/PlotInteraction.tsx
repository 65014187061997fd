import { type ReactElement, type RefObject, useRef, useState } from 'react';
import { PinnedTooltip } from './interaction/PinnedTooltip.tsx';
import type { PlotAnswers } from './interaction/PlotAnswers.ts';
import { usePinnedMoment } from './interaction/usePinnedMoment.ts';
import type { CrosshairRefs } from './PlotCrosshair.ts';
import type { PlotModel } from './PlotModel.ts';
import { useCrosshair } from './useCrosshair.ts';
import { usePlotKeyboard } from './usePlotKeyboard.ts';
import { usePlotPointer } from './usePlotPointer.ts';

interface PlotInteractionProps {
  readonly model: PlotModel;
  readonly chart: RefObject<HTMLDivElement | null>;
  /** The accessible name. */
  readonly label: string;
  readonly answers: PlotAnswers;
}

/** What lies over the plot and answers to pointer, keyboard and touch: crosshair, tooltip, selection and spoken values. */
export function PlotInteraction({ model, chart, label, answers }: PlotInteractionProps): ReactElement {
  const [refs] = useState<CrosshairRefs>(() => ({
    chart,
    line: { current: null },
    dots: { current: null },
    tooltip: { current: null },
  }));
  const plot = useRef<HTMLDivElement>(null);
  const brush = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const crosshair = useCrosshair(model, answers.tooltip, refs);
  const pin = usePinnedMoment(model, crosshair, answers);
  const pointer = usePlotPointer({ model, crosshair, chart, plot, brush, answers, pin });
  const keyboard = usePlotKeyboard({ model, crosshair, brush, live, answers, pin });
  const { left, top, width, height } = model.rect;
  return (
    <>
      <div className="gp-overlay" aria-hidden="true">
        <div className="gp-crosshair" ref={refs.line} hidden style={{ top, height }} />
        <div className="gp-brush" ref={brush} hidden style={{ top, height }} />
        <div className="gp-dot-layer" ref={refs.dots} />
      </div>
      <div
        ref={plot}
        className={answers.onTimeRangeSelect === undefined ? 'gp-plot' : 'gp-plot gp-plot-selectable'}
        style={{ left, top, width, height }}
        role="application"
        aria-roledescription="chart"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is operated with the keyboard, as an application
        tabIndex={0}
        onDoubleClick={answers.onZoomBack}
        {...pointer}
        {...keyboard}
      />
      <div className="gp-tooltip" ref={refs.tooltip} popover="manual" hidden aria-hidden="true" />
      <div className="gp-visually-hidden" ref={live} aria-live="polite" />
      {pin.pinned === undefined ? null : (
        <PinnedTooltip
          content={pin.pinned.content}
          x={Math.min(left + width, Math.max(left, model.scales.x(pin.pinned.timeMs)))}
          y={pin.pinned.y}
          sort={answers.tooltip.sort}
          returnFocus={plot}
          onTake={answers.onPointClick === undefined ? undefined : pin.takeLine}
          onClose={pin.unpin}
        />
      )}
    </>
  );
}
