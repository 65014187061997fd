import type { MetricDescriptor, MetricType } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { formatScalar } from '../http/formatFloat.ts';
import { MAX_AHEAD_MS } from '../maxAheadMs.ts';
import type { SampleBatch, StoredSample } from '../store/SampleStore.ts';
import type {
  HistogramPoint,
  OtlpData,
  OtlpMetric,
  OtlpPoint,
  OtlpResourceMetrics,
  SummaryPoint,
} from './OtlpMetrics.ts';
import { Refusals } from './Refusals.ts';
import { joinLabels, targetInfoLabels, targetLabels } from './resourceLabels.ts';
import { translateMetricName, translateUnit } from './translateName.ts';

/** What of a request can be stored. */
export interface TranslatedMetrics {
  readonly batch: SampleBatch;
  readonly refusals: Refusals;
}

/** One sample of a point: what is added to the metric's name and to the point's labels, and the value. */
type Part = readonly [suffix: string, labels: Labels, value: number];

interface Target {
  readonly labels: Labels;
  readonly samples: StoredSample[];
  readonly refusals: Refusals;
  readonly nowMs: number;
}

const TARGET_INFO: MetricDescriptor = { name: 'target_info', type: 'info', help: 'What is known of the target.' };

/** Makes series of OpenTelemetry's metrics, under the names and labels that Prometheus gives them. */
export function translateMetrics(groups: readonly OtlpResourceMetrics[], nowMs: number): TranslatedMetrics {
  const samples: StoredSample[] = [];
  const metadata = new Map<string, MetricDescriptor>();
  const refusals = new Refusals();
  for (const { resource, metrics } of groups) {
    const own: StoredSample[] = [];
    const target = { labels: targetLabels(resource), samples: own, refusals, nowMs };
    for (const metric of metrics) {
      const descriptor = addMetric(metric, target);
      if (descriptor !== undefined) metadata.set(descriptor.name, descriptor);
    }
    const info = own.length === 0 ? undefined : targetInfoLabels(resource);
    if (info !== undefined) {
      own.push({ labels: info, timeMs: own.reduce((latest, { timeMs }) => Math.max(latest, timeMs), 0), value: 1 });
      metadata.set(TARGET_INFO.name, TARGET_INFO);
    }
    for (const sample of own) samples.push(sample);
  }
  return { batch: { samples, metadata: [...metadata.values()] }, refusals };
}

/** Returns what is known of the metric, where any of its points was taken. */
function addMetric({ name: given, unit, description, data }: OtlpMetric, target: Target): MetricDescriptor | undefined {
  const type = typeOf(data);
  const name = translateMetricName({ name: given, unit, type, isGauge: data.kind === 'gauge' });
  const fault = faultOfMetric(name, given, data);
  if (fault !== undefined) {
    target.refusals.add(fault, data.points.length);
    return undefined;
  }
  const before = target.samples.length;
  if (data.kind === 'histogram') for (const point of data.points) addPoint(name, point, histogramParts(point), target);
  if (data.kind === 'summary') for (const point of data.points) addPoint(name, point, summaryParts(point), target);
  if (data.kind === 'gauge' || data.kind === 'sum') {
    for (const point of data.points) addPoint(name, point, [['', {}, point.value]], target);
  }
  return target.samples.length === before ? undefined : { name, type, help: description, unit: translateUnit(unit) };
}

function typeOf(data: OtlpData): MetricType {
  if (data.kind === 'sum') return data.isMonotonic ? 'counter' : 'gauge';
  return data.kind === 'other' ? 'unknown' : data.kind;
}

function faultOfMetric(name: string, given: string, data: OtlpData): string | undefined {
  const quoted = JSON.stringify(given);
  if (name === '') return `${quoted}: nothing of this name can be kept; take letters and digits`;
  if (data.kind === 'other') {
    return `${quoted}: exponential histograms cannot be stored; let the SDK aggregate into explicit buckets`;
  }
  if ((data.kind === 'sum' || data.kind === 'histogram') && data.temporality !== 'cumulative') {
    return `${quoted}: its temporality is ${data.temporality}; set the exporter's temporality preference to cumulative`;
  }
  return undefined;
}

function addPoint(name: string, point: OtlpPoint, parts: readonly Part[] | string, target: Target): void {
  const fault = typeof parts === 'string' ? parts : faultOfTime(point.timeMs, target.nowMs);
  if (fault !== undefined || typeof parts === 'string') {
    target.refusals.add(`${JSON.stringify(name)}: ${fault}`);
    return;
  }
  for (const [suffix, labels, value] of parts) {
    target.samples.push({
      labels: joinLabels(point.attributes, { ...target.labels, ...labels, __name__: `${name}${suffix}` }),
      timeMs: point.timeMs,
      value,
      ...(point.hasNoValue ? { isStale: true } : {}),
    });
  }
}

function faultOfTime(timeMs: number, nowMs: number): string | undefined {
  if (timeMs === 0) return 'a point has no time';
  const isFar = !Number.isSafeInteger(timeMs) || timeMs > nowMs + MAX_AHEAD_MS;
  return isFar ? 'the time of a point is more than ten minutes in the future; set the clock right' : undefined;
}

/** Returns the parts of a histogram's point, or what is wrong with it. */
function histogramParts({ bounds, bucketCounts, count, sum }: HistogramPoint): readonly Part[] | string {
  const hasBuckets = bucketCounts.length > 0 || bounds.length > 0;
  if (hasBuckets && bucketCounts.length !== bounds.length + 1) return 'a histogram needs one bucket more than bounds';
  if (bounds.some((bound, index) => !(bound > (bounds[index - 1] ?? Number.NEGATIVE_INFINITY)))) {
    return 'the bounds of a histogram do not ascend';
  }
  let below = 0;
  const buckets = bounds.map((bound, index): Part => {
    below += bucketCounts[index] ?? 0;
    return ['_bucket', { le: formatScalar(bound) }, below];
  });
  return [
    ...buckets,
    ['_bucket', { le: '+Inf' }, count],
    ['_count', {}, count],
    ...(sum === undefined ? [] : [['_sum', {}, sum] satisfies Part]),
  ];
}

function summaryParts({ count, sum, quantiles }: SummaryPoint): readonly Part[] {
  return [
    ...quantiles.map(([quantile, value]): Part => ['', { quantile: formatScalar(quantile) }, value]),
    ['_sum', {}, sum],
    ['_count', {}, count],
  ];
}
