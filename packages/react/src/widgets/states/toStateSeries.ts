import type { Frame, Labels, StringField, ValueFormatter } from '@glasspane/core';
import { displayName, resolveField } from '@glasspane/core/chart';
import { type ChartSeriesInput, toChartSeries } from '../../chart/toChartSeries.ts';
import { type State, stateReader } from './State.ts';

/** A series as the states that it is in. */
export interface StateSeries {
  readonly key: string;
  readonly name: string;
  readonly labels: Labels;
  readonly refId: string | undefined;
  readonly times: Float64Array;
  /** One for each time; `undefined` is a gap. */
  readonly states: readonly (State | undefined)[];
  readonly values: Float64Array | readonly string[];
}

/** The series that have room, and how many have not. */
export interface StateSeriesSet {
  readonly series: readonly StateSeries[];
  readonly omittedCount: number;
}

/** Returns the columns of numbers and of strings that have times, as states; numbers first. */
export function toStateSeries(input: ChartSeriesInput, formatter: ValueFormatter): StateSeriesSet {
  const { limit = Number.POSITIVE_INFINITY } = input;
  const numbers = toChartSeries(input);
  const texts = textColumns(input);
  const shownTexts = texts.slice(0, Math.max(0, limit - numbers.series.length));
  return {
    series: [
      ...numbers.series.map((series) => numberStates(series, formatter)),
      ...shownTexts.map((one) => textStates(one, input, formatter)),
    ],
    omittedCount: numbers.omittedCount + texts.length - shownTexts.length,
  };
}

function numberStates(
  { key, name, field, refId, times, options }: ReturnType<typeof toChartSeries>['series'][number],
  formatter: ValueFormatter,
): StateSeries {
  const read = stateReader(options, formatter);
  const states = Array.from(field.values, (value, row) => read(field.gaps?.[row] === 1 ? undefined : value));
  return { key, name, labels: field.labels, refId, times, states, values: field.values };
}

interface TextColumn {
  readonly field: StringField;
  readonly times: Float64Array;
  readonly refId: string | undefined;
  readonly index: number;
}

function textColumns({ frames, refIds }: ChartSeriesInput): readonly TextColumn[] {
  return frames.flatMap((frame, frameIndex) => {
    const times = timesOf(frame);
    if (times === undefined) return [];
    return frame.fields.flatMap((field, index) =>
      field.kind === 'string' ? [{ field, times, refId: refIds?.[frameIndex], index: frameIndex * 1e4 + index }] : [],
    );
  });
}

function timesOf({ fields }: Frame): Float64Array | undefined {
  return fields.find((field) => field.kind === 'time')?.values;
}

function textStates(
  { field, times, refId, index }: TextColumn,
  input: ChartSeriesInput,
  formatter: ValueFormatter,
): StateSeries {
  const options = resolveField(input.field, input.overrides, { name: field.name, refId, kind: 'string' });
  const read = stateReader(options, formatter);
  return {
    key: `text ${index} ${field.name}`,
    name: displayName(options?.displayName, {}, field.name),
    labels: {},
    refId,
    times,
    states: field.values.map(read),
    values: field.values,
  };
}
