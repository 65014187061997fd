import type { Call, Expr } from '../syntax/ast.ts';
import { quoteString } from '../syntax/strings.ts';
import {
  type Bucket,
  type ClassicHistogram,
  histogramFraction,
  histogramQuantile,
  toHistogram,
} from './classicBuckets.ts';
import type { LabelSet } from './LabelSet.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { parseGoFloat } from './parseGoFloat.ts';
import { warnQuantiles } from './remarks.ts';
import { evaluateScalar, evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { hasSample, isPresent, type Series, type VectorValue } from './values.ts';

interface BucketSeries {
  readonly labels: LabelSet;
  readonly members: { readonly bound: number; readonly series: Series }[];
}

function aboutMetric(labels: LabelSet): string {
  const name = labels.get('__name__');
  return name === '' ? '' : ` for metric name ${quoteString(name)}`;
}

/** Sorts bucket series into histograms. */
function groupBuckets(scope: Scope, vector: VectorValue, place: Expr): readonly BucketSeries[] {
  const groups = new Map<string, BucketSeries>();
  for (const series of vector.series) {
    const text = series.labels.get('le');
    const bound = parseGoFloat(text);
    if (bound === undefined) {
      const problem = `bucket label "le" is missing or has a malformed value of ${quoteString(text)}`;
      scope.evaluation.warn(problem + aboutMetric(series.labels), place);
      continue;
    }
    const labels = series.labels.without(['le']);
    const known = groups.get(labels.key);
    if (known === undefined) groups.set(labels.key, { labels, members: [{ bound, series }] });
    else known.members.push({ bound, series });
  }
  return [...groups.values()];
}

function remarkForced(scope: Scope, call: Call, labels: LabelSet, place: Expr): void {
  const help = 'https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile';
  const text = `input to ${call.name} needed to be fixed for monotonicity (see ${help})${aboutMetric(labels)}`;
  scope.evaluation.annotate('info', text, place);
}

/** Computes a value for each histogram and step. */
async function mapHistograms(
  scope: Scope,
  groups: readonly BucketSeries[],
  compute: (histogram: ClassicHistogram | undefined, step: number, labels: LabelSet) => number,
): Promise<Series[]> {
  const results: Series[] = [];
  for (const { labels, members } of groups) {
    const values = new Float64Array(scope.grid.count).fill(Number.NaN);
    const present = new Uint8Array(scope.grid.count);
    for (let step = 0; step < values.length; step += 1) {
      const buckets: Bucket[] = [];
      for (const { bound, series } of members) {
        if (isPresent(series, step)) buckets.push({ bound, count: series.values[step] as number });
      }
      if (buckets.length === 0) continue;
      values[step] = compute(toHistogram(buckets), step, labels);
      present[step] = 1;
      const pause = scope.evaluation.tick(members.length * 10);
      if (pause !== undefined) await pause;
    }
    const series = { labels, values, present, isNameDropped: true };
    if (hasSample(series)) results.push(series);
  }
  return results;
}

/** Evaluates `histogram_quantile`. */
export async function callHistogramQuantile(scope: Scope, call: Call): Promise<VectorValue> {
  const [first = call, second = call] = call.args;
  const quantiles = await evaluateScalar(scope, first);
  const vector = await evaluateVector(scope, second);
  warnQuantiles(scope.evaluation, quantiles, first);
  const series = await mapHistograms(scope, groupBuckets(scope, vector, second), (histogram, step, labels) => {
    if (histogram?.isForcedMonotonic === true) remarkForced(scope, call, labels, second);
    return histogramQuantile(quantiles[step] as number, histogram);
  });
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
  const groups = groupBuckets(scope, vector, first);
  const series: Series[] = [];
  for (const argument of quantileArguments) {
    const quantiles = await evaluateScalar(scope, argument);
    warnQuantiles(scope.evaluation, quantiles, argument);
    for (const quantile of new Set(quantiles)) {
      const results = await mapHistograms(scope, groups, (histogram, _, labels) => {
        if (histogram?.isForcedMonotonic === true) remarkForced(scope, call, labels, first);
        return histogramQuantile(quantile, histogram);
      });
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
  const series = await mapHistograms(scope, groupBuckets(scope, vector, third), (histogram, step) =>
    histogramFraction(lower[step] as number, upper[step] as number, histogram),
  );
  return { type: 'vector', series };
}
