import { type RefObject, useContext, useRef, useState } from 'react';
import { WidgetEnvironmentContext } from '../../widget/WidgetEnvironment.ts';
import type { PlotCrosshair } from '../PlotCrosshair.ts';
import type { PlotModel } from '../PlotModel.ts';
import type { Reading } from '../readings.ts';
import { fieldLinks } from './fieldLinks.ts';
import type { PinnedContent } from './PinnedContent.ts';
import type { PlotAnswers } from './PlotAnswers.ts';
import { type ClickedMark, type ClickModifiers, tellClick } from './PointClick.ts';
import { pinnedReadings } from './readingContent.ts';

/** A moment whose values stay on the screen. */
export interface PinnedMoment {
  readonly timeMs: number;
  readonly content: PinnedContent;
  readonly readings: readonly Reading[];
  /** Where it hangs, in pixels from the top of the chart. */
  readonly y: number;
}

/** What a click, or Enter, does at the crosshair. */
export interface UsePinnedMomentResult {
  readonly pinned: PinnedMoment | undefined;
  /** Tells the host of the sample in focus, and pins the moment unless the host answers itself. */
  readonly take: (event: ClickModifiers, y: number) => void;
  /** Tells the host of a pinned line. */
  readonly takeLine: (key: string, event: ClickModifiers) => void;
  readonly unpin: (event?: Event) => void;
  /** Whether a press ended what was pinned, so that it does nothing else. */
  readonly isUnpinnedBy: (event: { readonly timeStamp: number }) => boolean;
}

/** Keeps what is pinned of a plot. */
export function usePinnedMoment(
  model: PlotModel,
  crosshair: PlotCrosshair,
  { tooltip, onPointClick }: PlotAnswers,
): UsePinnedMomentResult {
  const [pinned, setPinned] = useState<PinnedMoment>();
  const unpinnedAt: RefObject<number | undefined> = useRef(undefined);
  const variables = useContext(WidgetEnvironmentContext)?.variables;
  const tell = (reading: Reading | undefined, event: ClickModifiers): boolean =>
    reading === undefined || tellClick(onPointClick, clickedReading(reading), event);
  return {
    pinned,
    take: (event, y) => {
      const { moment } = crosshair;
      if (moment === undefined) return;
      const { timeMs, readings, focusedKey } = moment;
      const focused = readings.find(({ series }) => series.key === focusedKey);
      if (!tell(focused, event) || tooltip.mode === 'none') return;
      crosshair.hold();
      const content = pinnedReadings(moment, model, (reading) => fieldLinks(reading, model, variables));
      setPinned({ timeMs, content, readings, y });
    },
    takeLine: (key, event) => {
      tell(
        pinned?.readings.find(({ series }) => series.key === key),
        event,
      );
    },
    unpin: (event) => {
      unpinnedAt.current = event?.timeStamp;
      setPinned(undefined);
      crosshair.release();
    },
    isUnpinnedBy: ({ timeStamp }) => unpinnedAt.current === timeStamp,
  };
}

function clickedReading({ series, value, timeMs }: Reading): ClickedMark {
  return { seriesName: series.name, labels: series.field.labels, refId: series.refId, timeMs, value };
}
