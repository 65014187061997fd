import type { Call, Expr } from '../syntax/ast.ts';
import { quoteString } from '../syntax/strings.ts';
import type { Repair } from './AnnotationList.ts';
import { type BucketSeries, ClassicHistogram } from './ClassicHistogram.ts';
import { GroupIds } from './GroupIds.ts';
import { LabelSet } from './LabelSet.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { parseGoFloat } from './parseGoFloat.ts';
import { warnQuantiles } from './remarks.ts';
import { evaluateScalar, evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { isPresent, type Series, type VectorValue } from './values.ts';

interface HistogramSeries {
  readonly labels: LabelSet;
  readonly members: BucketSeries[];
}

function aboutMetric(labels: LabelSet): string {
  const name = labels.get('__name__');
  return name === '' ? '' : ` for metric name ${quoteString(name)}`;
}

/** Sorts bucket series into histograms. */
async function groupBuckets(scope: Scope, vector: VectorValue, place: Expr): Promise<readonly HistogramSeries[]> {
  const ids = new GroupIds({ names: ['le'], isWithout: true });
  const bounds = new Map<string, number | undefined>();
  const groups: HistogramSeries[] = [];
  for (const series of vector.series) {
    const pause = scope.evaluation.tick(300);
    if (pause !== undefined) await pause;
    const text = series.labels.get('le');
    const bound = bounds.has(text) ? bounds.get(text) : parseGoFloat(text);
    bounds.set(text, bound);
    if (bound === undefined) {
      const problem = `bucket label "le" is missing or has a malformed value of ${quoteString(text)}`;
      scope.evaluation.warn(problem + aboutMetric(series.labels), place);
      continue;
    }
    const id = ids.idOf(series.labels);
    const known = groups[id];
    if (known === undefined) groups.push({ labels: ids.labelsOf(id) ?? LabelSet.empty, members: [{ bound, series }] });
    else known.members.push({ bound, series });
  }
  return groups;
}

/** Whether it is a quantile at all: only then are the counts looked at. */
const isLevel = (quantile = Number.NaN): boolean => quantile >= 0 && quantile <= 1;

function remarkForced({ evaluation }: Scope, labels: LabelSet, place: Expr, repair: Repair): void {
  const help = 'https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile';
  const text = `input to histogram_quantile needed to be fixed for monotonicity (see ${help})${aboutMetric(labels)}`;
  evaluation.remarkRepair(text, place, repair);
}

/** Computes a value for each histogram and step. */
async function mapHistograms(
  scope: Scope,
  groups: readonly HistogramSeries[],
  compute: (histogram: ClassicHistogram, step: number) => number,
  onForced?: (labels: LabelSet, repair: Repair, step: number) => void,
): Promise<Series[]> {
  const { evaluation, grid } = scope;
  const results: Series[] = [];
  for (const { labels, members } of groups) {
    const histogram = new ClassicHistogram(members, onForced !== undefined);
    const values = new Float64Array(grid.count).fill(Number.NaN);
    const present = new Uint8Array(grid.count);
    for (let step = 0; step < values.length; step += 1) {
      const state = histogram.moveTo(step);
      if (state === 'none') continue;
      values[step] = compute(histogram, step);
      if (state === 'forced') onForced?.(labels, histogram.repairAt(grid.startMs + step * grid.stepMs), step);
      present[step] = 1;
      const pause = evaluation.tick(members.length * 2);
      if (pause !== undefined) await pause;
    }
    const isFull = !present.includes(0);
    if (present.includes(1)) {
      results.push({ labels, values, present: isFull ? undefined : present, isNameDropped: true });
    }
  }
  return results;
}

/** Evaluates `histogram_quantile`. */
export async function callHistogramQuantile(scope: Scope, call: Call): Promise<VectorValue> {
  const [first = call, second = call] = call.args;
  const quantiles = await evaluateScalar(scope, first);
  const vector = await evaluateVector(scope, second);
  warnQuantiles(scope.evaluation, quantiles, first);
  const series = await mapHistograms(
    scope,
    await groupBuckets(scope, vector, second),
    (histogram, step) => histogram.quantile(quantiles[step] as number),
    (labels, repair, step) => {
      if (isLevel(quantiles[step])) remarkForced(scope, labels, second, repair);
    },
  );
  return { type: 'vector', series };
}

/** Returns a quantile as OpenMetrics writes it in labels: whole numbers with a point. */
function formatQuantile(quantile: number): string {
  if (quantile === Number.POSITIVE_INFINITY) return '+Inf';
  if (quantile === Number.NEGATIVE_INFINITY) return '-Inf';
  return Number.isInteger(quantile) ? quantile.toFixed(1) : String(quantile);
}

/** Evaluates `histogram_quantiles`: several quantiles at once, told apart by a label. */
export async function callHistogramQuantiles(scope: Scope, call: Call): Promise<VectorValue> {
  const [first = call, labelArgument, ...quantileArguments] = call.args;
  const vector = await evaluateVector(scope, first);
  const label = await evaluateString(scope, labelArgument);
  const groups = await groupBuckets(scope, vector, first);
  const series: Series[] = [];
  for (const argument of quantileArguments) {
    const quantiles = await evaluateScalar(scope, argument);
    warnQuantiles(scope.evaluation, quantiles, argument);
    for (const quantile of new Set(quantiles)) {
      const results = await mapHistograms(
        scope,
        groups,
        (histogram) => histogram.quantile(quantile),
        (labels, repair, step) => {
          if (isLevel(quantile) && quantiles[step] === quantile) remarkForced(scope, labels, first, repair);
        },
      );
      for (const result of results) {
        if (result.labels.get(label) !== '')
          failExecution(`label ${quoteString(label)} already exists in the input of ${call.name}`);
        const kept = keepWhere(result, (step) => Object.is(quantiles[step], quantile));
        series.push({ ...kept, labels: result.labels.with([[label, formatQuantile(quantile)]]) });
      }
    }
  }
  return { type: 'vector', series };
}

function keepWhere(series: Series, isKept: (step: number) => boolean): Series {
  const present = Uint8Array.from(series.values, (_, step) => (isKept(step) && isPresent(series, step) ? 1 : 0));
  return { ...series, present, values: series.values.map((value, step) => (present[step] === 1 ? value : Number.NaN)) };
}

/** Evaluates `histogram_fraction`. */
export async function callHistogramFraction(scope: Scope, call: Call): Promise<VectorValue> {
  const [first, second, third = call] = call.args;
  const lower = await evaluateScalar(scope, first);
  const upper = await evaluateScalar(scope, second);
  const vector = await evaluateVector(scope, third);
  const series = await mapHistograms(scope, await groupBuckets(scope, vector, third), (histogram, step) =>
    histogram.fraction(lower[step] as number, upper[step] as number),
  );
  return { type: 'vector', series };
}
