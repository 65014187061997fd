import { type ReactElement, useMemo } from 'react';
import { markLinks } from '../../chart/categories/markLinks.ts';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { ClickedMark } from '../../chart/interaction/PointClick.ts';
import type { TooltipContent } from '../../chart/interaction/TooltipContent.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import type { BarChartModel } from './barChartModel.ts';
import type { BarChartDrawing } from './useBarChart.ts';

interface BarChartInteractionProps extends FrameViewProps {
  readonly label: string;
  readonly drawing: BarChartDrawing;
}

/** A bar: its group and its category. */
interface BarMark {
  readonly group: number;
  readonly category: number;
}

/** What lies over the bars and answers to pointer, keyboard and touch. */
export function BarChartInteraction(props: BarChartInteractionProps): ReactElement {
  const { drawing, timeRange } = props;
  const { model, placed } = drawing;
  const marks = useMemo(() => markRows(drawing), [drawing]);
  const boxes = useMemo(() => new Map(placed.bars.map((bar) => [bar.key, bar])), [placed]);
  const boxOf = ({ group, category }: BarMark) => {
    const band = placed.bands[category] ?? { x: 0, y: 0, width: 1, height: 1 };
    const { x, y, width, height } = boxes.get(`${group} ${category}`) ?? band;
    return { left: x, top: y, width, height };
  };
  return (
    <MarkInteraction
      label={props.label}
      width={drawing.plotWidth}
      height={drawing.plotHeight}
      marks={marks}
      boxOf={boxOf}
      markAt={(x, y) => barAt(drawing, x, y, boxOf)}
      tooltipOf={(mark) => tooltipOf(model, mark)}
      clickOf={(mark) => clickOf(model, mark)}
      linksOf={({ group, category }) => {
        const cell = model.cells[group]?.[category];
        const { links } = model.groups[group]?.options ?? {};
        const name = model.categories[category]?.name ?? '';
        return markLinks({ links, timeRange, name, labels: cell?.labels, value: cell?.value });
      }}
      onPointClick={props.onPointClick}
      locale={props.locale}
    />
  );
}

// Along the categories in the direction in which they stand.
function markRows({ model, placed }: BarChartDrawing): readonly (readonly BarMark[])[] {
  const groups = model.groups.map((_, group) => group);
  const categories = placed.bands.map((_, category) => category);
  return placed.layout.isHorizontal
    ? categories.map((category) => groups.map((group) => ({ group, category })))
    : groups.map((group) => categories.map((category) => ({ group, category })));
}

// Small bars are hard to hit: the category under the pointer counts, and in it the bar that is nearest.
function barAt(
  { model, placed }: BarChartDrawing,
  x: number,
  y: number,
  boxOf: (mark: BarMark) => { left: number; top: number; width: number; height: number },
): BarMark | undefined {
  const { rect, isHorizontal, step } = placed.layout;
  const isWithin = isHorizontal
    ? y >= rect.top && y < rect.top + rect.height
    : x >= rect.left && x < rect.left + rect.width && y <= rect.top + rect.height;
  const category = Math.floor((isHorizontal ? y - rect.top : x - rect.left) / step);
  if (!isWithin || placed.bands[category] === undefined) return undefined;
  let [best, least]: [BarMark | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const group of model.groups.keys()) {
    const box = boxOf({ group, category });
    const distance = away(x, box.left, box.width) + away(y, box.top, box.height);
    if (distance < least) [best, least] = [{ group, category }, distance];
  }
  return best;
}

function away(at: number, start: number, size: number): number {
  return Math.max(0, start - at, at - start - size);
}

function tooltipOf(model: BarChartModel, { group, category }: BarMark): TooltipContent {
  const place = model.categories[category];
  const isAlone = model.groups.length === 1;
  const rows = model.groups.map(({ key, name }, index) => {
    const cell = model.cells[index]?.[category];
    const label = cell?.display.label;
    const text = cell?.display.text ?? '–';
    return {
      key,
      name: isAlone ? '' : name,
      value: label === undefined ? text : `${text}, ${label}`,
      color: cell?.color,
      isFocused: !isAlone && index === group,
    };
  });
  return { title: place?.title ?? place?.name ?? '', rows };
}

function clickOf(model: BarChartModel, { group, category }: BarMark): ClickedMark {
  const cell = model.cells[group]?.[category];
  const place = model.categories[category];
  const name = model.groups[group]?.name ?? '';
  const isNamedByCategory = model.groups.length === 1 && !model.isTime;
  return {
    seriesName: isNamedByCategory ? (place?.name ?? name) : name,
    labels: cell?.labels ?? {},
    ...(cell?.value === undefined ? {} : { value: cell.value }),
    ...(model.isTime && place !== undefined ? { timeMs: Number(place.key) } : {}),
  };
}
