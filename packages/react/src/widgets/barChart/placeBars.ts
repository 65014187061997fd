import type { ValueAxis, ValueFormatter } from '@glasspane/core';
import { AXIS_FONT_SIZE } from '../../chart/plotLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import type { ChartSeriesInput } from '../../chart/toChartSeries.ts';
import type { BarChartOptions } from './BarChartOptions.ts';
import { type BarChartLayout, barChartLayout, barsAside } from './barChartLayout.ts';
import { type BarChartModel, barAxis } from './barChartModel.ts';

/** A rectangle in the picture, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar where it stands. */
export interface PlacedBar extends Box {
  readonly key: string;
  readonly group: number;
  readonly category: number;
  readonly color: string;
}

/** The text at the end of a bar. */
export interface PlacedLabel {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** All places of a bar chart. */
export interface PlacedBars {
  readonly layout: BarChartLayout;
  readonly axis: ValueAxis;
  /** The pixel of a value, held within the plot. */
  readonly position: (value: number) => number;
  readonly bars: readonly PlacedBar[];
  readonly labels: readonly PlacedLabel[];
  /** The room of each category that is drawn, over the whole plot. */
  readonly bands: readonly Box[];
  /** How many categories there is no room for. */
  readonly leftCount: number;
}

/** What bars are placed by. */
export interface PlaceBarsOptions {
  readonly model: BarChartModel;
  readonly options: BarChartOptions;
  readonly field: ChartSeriesInput['field'];
  readonly width: number;
  readonly height: number;
  readonly values: ValueFormatter;
}

/** Returns where all parts of a bar chart stand. */
export function placeBars(props: PlaceBarsOptions): PlacedBars {
  const { model, options, field, values, width } = props;
  const rough = barChartLayout(model, options, width, props.height);
  const { shownCount, maxTicks } = rough;
  const axis = barAxis({ model, options, field, maxTicks, shownCount }, values);
  const texts = labelTexts(props, rough);
  const layout = withRoom(rough, axis, texts);
  const position = positionIn(layout, axis);
  const bands = Array.from({ length: shownCount }, (_, index): Box => {
    const { rect, step } = layout;
    return layout.isHorizontal
      ? { x: rect.left, y: rect.top + index * step, width: rect.width, height: step }
      : { x: rect.left + index * step, y: rect.top, width: step, height: rect.height };
  });
  const bars = barsOf(props, layout, position);
  return {
    layout,
    axis,
    position,
    bars,
    bands,
    labels: placeLabels(props, layout, texts, position),
    leftCount: model.categories.length - shownCount,
  };
}

function positionIn({ rect, isHorizontal }: BarChartLayout, axis: ValueAxis): (value: number) => number {
  const span = axis.max - axis.min;
  return (value) => {
    const part = Math.min(1, Math.max(0, (value - axis.min) / span));
    return isHorizontal ? rect.left + part * rect.width : rect.top + (1 - part) * rect.height;
  };
}

// The labels of the values stand left of upright bars, and the texts at the ends beyond the plot.
function withRoom(layout: BarChartLayout, axis: ValueAxis, texts: readonly EndText[]): BarChartLayout {
  const { rect, isHorizontal } = layout;
  const widest = (all: readonly string[]): number => Math.max(0, ...all.map((text) => textWidth(text, AXIS_FONT_SIZE)));
  const above = texts.filter(({ end }) => end >= 0).map(({ text }) => text);
  const below = texts.filter(({ end }) => end < 0).map(({ text }) => text);
  if (isHorizontal) {
    const before = below.length === 0 ? 0 : widest(below) + 6;
    const after = above.length === 0 ? 0 : Math.max(0, widest(above) - 4);
    return { ...layout, rect: { ...rect, left: rect.left + before, width: Math.max(1, rect.width - before - after) } };
  }
  const labels = layout.hasValueAxis ? Math.ceil(widest(axis.ticks.map(({ label }) => label))) + 10 : rect.left;
  const left = Math.min(labels, Math.floor((rect.left + rect.width) / 2));
  const width = Math.max(1, rect.width + rect.left - left);
  const top = rect.top + (above.length === 0 ? 0 : 10);
  const height = Math.max(1, rect.height - (above.length === 0 ? 0 : 10) - (below.length === 0 ? 0 : 14));
  const step = (layout.step / rect.width) * width;
  return { ...layout, step, nameWidth: step * layout.nameEvery - 6, rect: { left, top, width, height } };
}

const GAP = 0.24;

function barsOf({ model, options }: PlaceBarsOptions, layout: BarChartLayout, position: (value: number) => number) {
  const { step, isHorizontal, shownCount, rect } = layout;
  const aside = barsAside(model, options);
  const gap = Math.max(1, Math.min(step * GAP, 24));
  const size = Math.min((step - gap) / aside, 120);
  const start = (step - size * aside) / 2;
  return model.spans.flatMap((spans, group) =>
    spans.slice(0, shownCount).flatMap((span, category): readonly PlacedBar[] => {
      const cell = model.cells[group]?.[category];
      if (span === undefined || cell === undefined) return [];
      const across = start + (aside > 1 ? group * size : 0) + category * step;
      const [from, to] = [position(span.from), position(span.to)];
      const thickness = Math.max(0.5, aside > 1 && size > 4 ? size - 1 : size);
      const low = Math.min(from, to);
      const length = Math.abs(to - from);
      const box = isHorizontal
        ? { x: low, y: rect.top + across, width: length, height: thickness }
        : { x: rect.left + across, y: low, width: thickness, height: length };
      return [{ key: `${group} ${category}`, group, category, color: cell.color, ...box }];
    }),
  );
}

/** A text, and the end that it stands at. */
interface EndText {
  readonly key: string;
  readonly text: string;
  /** The value at the end of the bar. */
  readonly end: number;
  /** Where along the band the middle of its bar stands, 0 to 1. */
  readonly category: number;
  readonly group: number;
}

function labelTexts(props: PlaceBarsOptions, layout: BarChartLayout): readonly EndText[] {
  const { model, options } = props;
  const { valueLabels = 'auto', stacking = 'none' } = options;
  if (valueLabels === 'never' || stacking === 'percent') return [];
  const texts = stacking === 'none' ? barTexts(props, layout) : stackTexts(props, layout);
  if (valueLabels === 'always') return texts;
  const bar = (layout.step * (1 - GAP)) / barsAside(model, options);
  if (layout.isHorizontal) return bar >= 10 && props.width >= 200 ? texts : [];
  const widest = Math.max(0, ...texts.map(({ text }) => textWidth(text, AXIS_FONT_SIZE)));
  return layout.hasValueAxis && widest <= bar + layout.step * GAP - 4 ? texts : [];
}

function barTexts({ model }: PlaceBarsOptions, { shownCount }: BarChartLayout): readonly EndText[] {
  return model.cells.flatMap((cells, group) =>
    cells.slice(0, shownCount).flatMap(({ value, display }, category) => {
      const end = model.spans[group]?.[category]?.to ?? 0;
      return value === undefined ? [] : [{ key: `${group} ${category}`, text: display.text, end, category, group }];
    }),
  );
}

// The whole of each stack. One that goes both ways has no single end, and no text.
function stackTexts({ model, field, values }: PlaceBarsOptions, { shownCount }: BarChartLayout): readonly EndText[] {
  return model.categories.slice(0, shownCount).flatMap((_, category) => {
    const ends = model.spans.flatMap((spans) => spans[category]?.to ?? []);
    const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
    if (ends.length === 0 || (low < 0 && high > 0)) return [];
    const end = low < 0 ? low : high;
    return [{ key: `stack ${category}`, text: values.format(end, field).text, end, category, group: 0 }];
  });
}

function placeLabels(
  { model, options }: PlaceBarsOptions,
  layout: BarChartLayout,
  texts: readonly EndText[],
  position: (value: number) => number,
): readonly PlacedLabel[] {
  const { rect, step, isHorizontal } = layout;
  const aside = barsAside(model, options);
  const size = Math.min((step - Math.max(1, Math.min(step * GAP, 24))) / aside, 120);
  return texts.map(({ key, text, end, category, group }) => {
    const middle = category * step + (step - size * aside) / 2 + size * ((aside > 1 ? group : 0) + 0.5);
    const at = position(end);
    return isHorizontal
      ? { key, text, x: at + (end < 0 ? -4 : 4), y: rect.top + middle + 4, anchor: end < 0 ? 'end' : 'start' }
      : { key, text, x: rect.left + middle, y: end < 0 ? at + 12 : at - 4, anchor: 'middle' };
  });
}
