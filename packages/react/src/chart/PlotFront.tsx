import type { ReactElement, ReactNode } from 'react';
import { EmptyNote } from './EmptyNote.tsx';
import type { PlotModel } from './PlotModel.ts';
import { rowsWithin } from './rowsWithin.ts';
import { ThresholdLines, type ThresholdStyle } from './ThresholdMarks.tsx';
import { thresholdsOn } from './thresholds/thresholdsOn.ts';

interface PlotFrontProps {
  readonly model: PlotModel;
  readonly thresholdStyle: ThresholdStyle;
  readonly children?: ReactNode;
}

/** What stands before the marks: the lines of thresholds, and a note where there are none. */
export function PlotFront({ model, thresholdStyle, children }: PlotFrontProps): ReactElement {
  const { rect, scales } = model;
  return (
    <>
      {thresholdStyle === 'off' ? null : (
        <ThresholdLines thresholds={thresholdsOn(model)} rect={rect} scales={scales} />
      )}
      {children}
      {hasValues(model) ? null : <EmptyNote rect={rect} noValue={model.field?.noValue} />}
    </>
  );
}

/** Returns whether there is anything for {@link PlotFront} to draw of its own. */
export function hasFront(model: PlotModel, thresholdStyle: ThresholdStyle): boolean {
  return (thresholdStyle !== 'off' && thresholdsOn(model).length > 0) || !hasValues(model);
}

/** Returns whether a plot has anything to draw: a value in the time range, or a line that leads into it. */
function hasValues({ series, range }: PlotModel): boolean {
  return series.some(({ times, values }) => {
    const [first, end] = rowsWithin(times, range.startMs, range.endMs);
    for (let row = Math.max(0, first - 1); row < Math.min(end + 1, values.length); row += 1) {
      if (Number.isFinite(values[row])) return true;
    }
    return false;
  });
}
