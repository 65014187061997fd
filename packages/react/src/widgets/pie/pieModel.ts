import type { FieldOptions, FormattedValue, Labels } from '@glasspane/core';
import { distinctColors } from '../../chart/categories/distinctColors.ts';
import { leftOutNote, whyNoParts } from '../../chart/categories/partsOfWhole.ts';
import { rankedEntries, shareOf } from '../../chart/categories/rankedEntries.ts';
import { toCategories } from '../../chart/categories/toCategories.ts';
import type { Formatters } from '../../chart/createFormatters.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetViewProps } from '../../widget/defineWidget.ts';
import type { PieOptions } from './PieOptions.ts';

/** A part of the whole. */
export interface PieSlice {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** 0 to 1; all slices add up to 1. */
  readonly share: number;
  /** The value with its unit. */
  readonly text: string;
  readonly percent: string;
  /** A CSS colour. */
  readonly color: string;
  readonly labels: Labels;
  readonly options: FieldOptions | undefined;
}

/** What a pie shows. */
export interface PieModel {
  /** The largest first, the others last. Those of no size are not among them. */
  readonly slices: readonly PieSlice[];
  readonly total: FormattedValue;
  /** What is left out, in words. */
  readonly note: string | undefined;
  /** Why there is no slice, in words. */
  readonly reason: string | undefined;
}

/** What a {@link pieModel} is made of. */
export interface PieInput extends Formatters, Pick<WidgetViewProps<unknown>, 'timeRange'> {
  readonly data: ChartSeriesInput;
  readonly options: PieOptions;
}

/** Returns the slices of a pie. */
export function pieModel(input: PieInput): PieModel {
  const { data, options, values } = input;
  const { maxSlices = 8 } = options;
  const ranking = rankedEntries(toCategories({ ...input, ...options, source: 'auto', maxBuckets: 1 }), 'descending');
  const positive = distinctColors(ranking.entries.filter(({ value }) => value > 0));
  const total = positive.reduce((sum, { value }) => sum + value, 0);
  const whole = { entries: positive, total };
  const field = options.reducer === 'count' ? { ...data.field, unit: undefined } : data.field;
  const shown = positive.length > maxSlices ? positive.slice(0, maxSlices - 1) : positive;
  const others = positive.slice(shown.length);
  const percentOf = (share: number): string =>
    values.format(share, { unit: 'percentunit', decimals: share < 0.1 ? 1 : 0 }).text;
  const slices = shown.map((entry): PieSlice => {
    const share = shareOf(entry.value, whole) ?? 0;
    const { key, name, value, cell, options: own } = entry;
    const { color, labels, display } = cell;
    return { key, name, value, share, text: display.text, percent: percentOf(share), color, labels, options: own };
  });
  const rest = Math.max(0, 1 - slices.reduce((sum, { share }) => sum + share, 0));
  const restValue = others.reduce((sum, { value }) => sum + value, 0);
  return {
    slices:
      others.length === 0
        ? slices
        : [
            ...slices,
            {
              key: 'others',
              name: others.length === 1 ? '1 other' : `${others.length} others`,
              value: restValue,
              share: rest,
              text: values.format(restValue, field).text,
              percent: percentOf(rest),
              color: tokenColor('neutral'),
              labels: {},
              options: undefined,
            },
          ],
    total: values.format(total, field),
    note: leftOutNote(ranking),
    reason: positive.length > 0 ? undefined : whyNoParts(ranking),
  };
}
