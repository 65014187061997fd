import { useMemo } from 'react';
import type { Formatters } from '../../chart/createFormatters.ts';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { fittingRowCount } from './stateRowsPlot.ts';
import { type StateSeriesSet, toStateSeries } from './toStateSeries.ts';

/** The series that have room for a row, and what lays them out. */
export interface UseStateSeriesResult extends StateSeriesSet {
  readonly formatters: Formatters;
  readonly width: number;
  readonly height: number;
}

/** Returns the series of frames as states: as many as have room. */
export function useStateSeries(props: FrameViewProps): UseStateSeriesResult {
  const { frames, legends, refIds, field, overrides } = props;
  const [width, height] = [Math.max(1, Math.floor(props.width)), Math.max(1, Math.floor(props.height))];
  const formatters = useFormatters(props.locale, props.timeZone);
  const total = useMemo(
    () => frames.reduce((sum, { fields }) => sum + fields.filter(({ kind }) => kind !== 'time').length, 0),
    [frames],
  );
  const limit = fittingRowCount(width, height, total);
  const set = useMemo(
    () => toStateSeries({ frames, legends, refIds, field, overrides, limit }, formatters.values),
    [frames, legends, refIds, field, overrides, limit, formatters],
  );
  return { ...set, formatters, width, height };
}
