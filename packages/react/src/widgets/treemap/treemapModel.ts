import type { FieldOptions, Labels } from '@glasspane/core';
import { cellOf } from '../../chart/categories/cellOf.ts';
import { distinctColors } from '../../chart/categories/distinctColors.ts';
import { leftOutNote, whyNoParts } from '../../chart/categories/partsOfWhole.ts';
import { type RankedEntry, rankedEntries, shareOf } from '../../chart/categories/rankedEntries.ts';
import { toCategories } from '../../chart/categories/toCategories.ts';
import type { Formatters } from '../../chart/createFormatters.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import { assignColors } from '../../theme/assignColors.ts';
import { tokenColor } from '../../theme/colorTokens.ts';
import { seriesColor } from '../../theme/themeColor.ts';
import type { WidgetViewProps } from '../../widget/defineWidget.ts';
import type { TreemapOptions } from './TreemapOptions.ts';

/** A cell of a treemap. */
export interface TreemapLeaf {
  readonly key: string;
  /** From the outside to the inside; the last is its own name. */
  readonly path: readonly string[];
  readonly value: number;
  readonly share: number;
  readonly text: string;
  readonly percent: string;
  /** What the threshold of the value means, where it says so. */
  readonly label: string | undefined;
  /** A CSS colour. */
  readonly color: string;
  /** Its colour is the place of its value on a scale, and must be seen as it is. */
  readonly isScaled: boolean;
  readonly labels: Labels;
  readonly options: FieldOptions | undefined;
}

/** What a treemap shows. */
export interface TreemapModel {
  /** The largest first. */
  readonly leaves: readonly TreemapLeaf[];
  /** What is left out, in words. */
  readonly note: string | undefined;
  /** Why there is no cell, in words. */
  readonly reason: string | undefined;
}

/** What a {@link treemapModel} is made of. */
export interface TreemapInput extends Formatters, Pick<WidgetViewProps<unknown>, 'timeRange'> {
  readonly data: ChartSeriesInput;
  readonly options: TreemapOptions;
}

interface Grouped {
  readonly path: readonly string[];
  readonly entries: RankedEntry[];
}

/** Returns the cells of a treemap. */
export function treemapModel(input: TreemapInput): TreemapModel {
  const { data, options, values } = input;
  const { path = [], maxCells = 200, reducer } = options;
  const ranking = rankedEntries(
    toCategories({ ...input, reducer, column: options.column, source: 'auto', maxBuckets: 1 }),
    'descending',
  );
  const positive = distinctColors(ranking.entries.filter(({ value }) => value > 0));
  const groups = groupByPath(positive, path);
  const sized = groups
    .map(({ path: own, entries }) => ({ own, entries, value: entries.reduce((sum, { value }) => sum + value, 0) }))
    .sort((a, b) => b.value - a.value);
  const total = sized.reduce((sum, { value }) => sum + value, 0);
  const whole = { entries: positive, total };
  const shown = sized.length > maxCells ? sized.slice(0, maxCells - 1) : sized;
  const colors = outerColors(
    shown.map(({ own }) => own[0] ?? ''),
    path[0],
  );
  const leaves = shown.map(({ own, entries, value }): TreemapLeaf => {
    const [first] = entries;
    const field = first?.options ?? data.field;
    const by = field?.color?.by ?? 'series';
    const written = reducer === 'count' ? { ...field, unit: undefined } : field;
    const color = path.length > 0 ? (colors.get(own[0] ?? '') ?? tokenColor('neutral')) : first?.cell.color;
    const cell = cellOf({ value, options: written, color: color ?? tokenColor('neutral') }, values);
    const labels = entries.length === 1 ? (first?.cell.labels ?? {}) : sharedLabels(own, path);
    const share = shareOf(value, whole) ?? 0;
    return {
      key: JSON.stringify(path.length > 0 ? own : first?.key),
      path: own,
      value,
      share,
      text: cell.display.text,
      percent: values.format(share, { unit: 'percentunit', decimals: share < 0.1 ? 1 : 0 }).text,
      label: cell.display.label,
      color: cell.color,
      isScaled: by === 'scale',
      labels,
      options: first?.options,
    };
  });
  const others = sized.slice(shown.length);
  return {
    leaves:
      others.length === 0
        ? leaves
        : [
            ...leaves,
            othersOf(
              input,
              others.map(({ value }) => value),
              whole,
            ),
          ],
    note: leftOutNote(ranking),
    reason: positive.length > 0 ? undefined : whyNoParts(ranking),
  };
}

function groupByPath(entries: readonly RankedEntry[], path: readonly string[]): readonly Grouped[] {
  if (path.length === 0) return entries.map((entry) => ({ path: [entry.name], entries: [entry] }));
  const groups = new Map<string, Grouped>();
  for (const entry of entries) {
    const own = path.map((label) => entry.cell.labels[label] || `no ${label}`);
    const key = JSON.stringify(own);
    const group = groups.get(key) ?? { path: own, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

// What is inside of one thing has its colour: the one that its series has elsewhere.
function outerColors(names: readonly string[], label: string | undefined): ReadonlyMap<string, string> {
  const wishes = [...new Set(names)].map((name) => ({ key: name, colorKey: JSON.stringify([[label, name]]) }));
  const places = assignColors(wishes);
  return new Map(wishes.map(({ key }) => [key, seriesColor(places.get(key) ?? 0)]));
}

function sharedLabels(own: readonly string[], path: readonly string[]): Labels {
  return Object.fromEntries(path.map((label, index) => [label, own[index] ?? '']));
}

function othersOf(
  { data, values }: TreemapInput,
  left: readonly number[],
  whole: { readonly entries: readonly RankedEntry[]; readonly total: number },
): TreemapLeaf {
  const value = left.reduce((sum, one) => sum + one, 0);
  const share = shareOf(value, whole) ?? 0;
  return {
    key: 'others',
    path: [`${left.length} others`],
    value,
    share,
    text: values.format(value, data.field).text,
    percent: values.format(share, { unit: 'percentunit', decimals: 1 }).text,
    label: undefined,
    color: tokenColor('neutral'),
    isScaled: false,
    labels: {},
    options: undefined,
  };
}
