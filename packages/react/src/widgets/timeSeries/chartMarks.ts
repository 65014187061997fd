import type {
  AbsoluteTimeRange,
  Annotation,
  Exemplar,
  ExemplarSeries,
  ValueFormatter,
  VariableValues,
} from '@glasspane/core';
import { resolveLinks } from '@glasspane/core/chart';
import type { ChartExemplar, ChartMarks } from '../../chart/annotations/ChartMarks.ts';
import type { PlotSeries } from '../../chart/PlotSeries.ts';
import type { QueryExemplars } from '../../widget/WidgetMarks.ts';

/** More exemplars than this are not looked at. */
const MAX_READ = 5000;

/** What the marks of a chart are made of. */
export interface ChartMarksInput {
  readonly annotations?: readonly Annotation[] | undefined;
  readonly exemplars?: readonly QueryExemplars[] | undefined;
  readonly nowMs?: number | undefined;
  readonly series: readonly PlotSeries[];
  readonly timeRange: AbsoluteTimeRange;
  readonly values: ValueFormatter;
  readonly variables?: VariableValues | undefined;
}

/** Returns what stands on a chart besides its series, each exemplar by the series it belongs to. */
export function chartMarks(input: ChartMarksInput): ChartMarks {
  const { annotations = [], exemplars = [], nowMs } = input;
  return {
    annotations,
    exemplars: exemplars
      .flatMap(({ refId, series }) => series.flatMap((one) => exemplarsOf(one, refId, input)))
      .slice(0, MAX_READ),
    ...(nowMs === undefined ? {} : { nowMs }),
  };
}

function exemplarsOf(read: ExemplarSeries, refId: string, input: ChartMarksInput): readonly ChartExemplar[] {
  const owner = ownerOf(read, refId, input.series);
  if (owner === undefined) return [];
  return read.exemplars.map((exemplar, index) => toChartExemplar({ exemplar, read, owner, index }, input));
}

interface OwnedExemplar {
  readonly exemplar: Exemplar;
  readonly read: ExemplarSeries;
  readonly owner: PlotSeries;
  readonly index: number;
}

function toChartExemplar(
  { exemplar, read, owner, index }: OwnedExemplar,
  { timeRange, values, variables }: ChartMarksInput,
): ChartExemplar {
  const { timeMs, value, labels } = exemplar;
  const subject = {
    labels: { ...read.labels, ...labels },
    value,
    name: owner.name,
    fromMs: timeRange.startMs,
    toMs: timeRange.endMs,
    variables,
  };
  return {
    key: `${owner.key} ${JSON.stringify(read.labels)} ${timeMs} ${index}`,
    timeMs,
    value,
    labels,
    name: owner.name,
    color: owner.color,
    axis: owner.axis,
    text: values.format(value, owner.options).text,
    links: resolveLinks(owner.options?.links, subject),
  };
}

/** The series on the chart that has the most to do with a stored one: of the same query, and without labels that differ. */
function ownerOf(read: ExemplarSeries, refId: string, series: readonly PlotSeries[]): PlotSeries | undefined {
  const ofQuery = series.filter((one) => one.refId === refId);
  const candidates = ofQuery.length === 0 ? series : ofQuery;
  return candidates.find(({ field }) => agree(field.labels, read.labels)) ?? candidates[0];
}

function agree(a: ExemplarSeries['labels'], b: ExemplarSeries['labels']): boolean {
  return Object.entries(a).every(([name, value]) => name === '__name__' || b[name] === value);
}
