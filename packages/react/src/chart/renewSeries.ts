import type { Field, Frame, Labels, NumberField } from '@glasspane/core';
import type { ChartSeries } from './ChartSeries.ts';
import type { ChartSeriesInput, ChartSeriesSet } from './toChartSeries.ts';
import { needsExtent } from './withExtents.ts';

/** Series, and what they were made of. */
export interface MadeSeries {
  readonly input: ChartSeriesInput;
  readonly set: ChartSeriesSet;
}

/**
 * Returns series with new values, named and coloured as they were: most refreshes bring the same fields again, and to name
 * them takes as long as to draw them. Undefined where anything but the values is new, or where values decide on more than
 * where lines go.
 */
export function renewSeries(last: MadeSeries, input: ChartSeriesInput): ChartSeriesSet | undefined {
  const { frames } = input;
  const isSame =
    SETTINGS.every((name) => input[name] === last.input[name]) &&
    isSameList(input.legends, last.input.legends) &&
    isSameList(input.refIds, last.input.refIds) &&
    frames.length === last.input.frames.length &&
    frames.every((frame, index) => hasSameFields(frame, last.input.frames[index])) &&
    !last.set.series.some(isByValue);
  if (!isSame) return undefined;
  const series: ChartSeries[] = [];
  for (const frame of frames) {
    const times = frame.fields.find((field) => field.kind === 'time')?.values;
    for (const field of times === undefined ? [] : frame.fields) {
      const before = last.set.series[series.length];
      if (field.kind !== 'number' || before === undefined || times === undefined) continue;
      series.push({ ...before, times, field });
    }
  }
  return { series, omittedCount: last.set.omittedCount };
}

const SETTINGS = ['field', 'overrides', 'limit'] as const;

function isSameList(list: ChartSeriesInput['legends'], other: ChartSeriesInput['legends']): boolean {
  if (list === other) return true;
  return list?.length === other?.length && list?.every((text, index) => text === other?.[index]) === true;
}

function hasSameFields({ fields }: Frame, before: Frame | undefined): boolean {
  if (fields.length !== before?.fields.length) return false;
  return fields.every((field, index) => isSameField(field, before.fields[index]));
}

function isSameField(field: Field, before: Field | undefined): boolean {
  if (field.kind !== before?.kind || field.name !== before.name) return false;
  return field.kind !== 'number' || isSeriesOf(field, before as NumberField);
}

function isSeriesOf({ labels, displayName }: NumberField, before: NumberField): boolean {
  return displayName === before.displayName && (labels === before.labels || isSameLabels(labels, before.labels));
}

function isSameLabels(labels: Labels, before: Labels): boolean {
  let rest = 0;
  for (const name in labels) {
    if (labels[name] !== before[name]) return false;
    rest += 1;
  }
  for (const _ in before) rest -= 1;
  return rest === 0;
}

function isByValue({ options }: ChartSeries): boolean {
  const by = options?.color?.by;
  return needsExtent(options) || (by !== undefined && by !== 'series' && by !== 'fixed');
}
