import type {
  HistogramPoint,
  NumberPoint,
  OtlpData,
  OtlpMetric,
  OtlpPoint,
  OtlpResourceMetrics,
  SummaryPoint,
  Temporality,
} from './OtlpMetrics.ts';
import { readAttributes } from './readAttributes.ts';
import { asNumber, asRecord, asText, asTimeMs, itemsOf, type JsonRecord } from './readJsonFields.ts';

const NO_RECORDED_VALUE = 1;

const TEMPORALITIES: Readonly<Record<string, Temporality>> = {
  1: 'delta',
  2: 'cumulative',
  AGGREGATION_TEMPORALITY_DELTA: 'delta',
  AGGREGATION_TEMPORALITY_CUMULATIVE: 'cumulative',
};

/**
 * Reads a request of OTLP metrics in its JSON form. Fields that are not known are skipped.
 *
 * @throws Error When it has another form; the message says where.
 */
export function readOtlpMetrics(body: unknown): readonly OtlpResourceMetrics[] {
  return itemsOf(asRecord(body, 'the body'), 'resourceMetrics', '').map(([path, group]) => {
    const resource = asRecord(group.resource ?? {}, `${path}.resource`);
    const scopes = itemsOf(group, 'scopeMetrics', path);
    return {
      resource: readAttributes(resource, `${path}.resource`),
      metrics: scopes.flatMap(([at, scope]) =>
        itemsOf(scope, 'metrics', at).map(([where, it]) => readMetric(it, where)),
      ),
    };
  });
}

function readMetric(metric: JsonRecord, path: string): OtlpMetric {
  return {
    name: asText(metric.name, `${path}.name`),
    description: asText(metric.description, `${path}.description`),
    unit: asText(metric.unit, `${path}.unit`),
    data: readData(metric, path),
  };
}

function readData(metric: JsonRecord, path: string): OtlpData {
  const part = (field: string): JsonRecord | undefined =>
    metric[field] === undefined || metric[field] === null ? undefined : asRecord(metric[field], `${path}.${field}`);
  const gauge = part('gauge');
  if (gauge !== undefined) return { kind: 'gauge', points: readPoints(gauge, `${path}.gauge`, readNumberPoint) };
  const sum = part('sum');
  if (sum !== undefined) {
    const points = readPoints(sum, `${path}.sum`, readNumberPoint);
    return { kind: 'sum', points, isMonotonic: sum.isMonotonic === true, temporality: temporalityOf(sum) };
  }
  const histogram = part('histogram');
  if (histogram !== undefined) {
    const points = readPoints(histogram, `${path}.histogram`, readHistogramPoint);
    return { kind: 'histogram', points, temporality: temporalityOf(histogram) };
  }
  const summary = part('summary');
  if (summary !== undefined)
    return { kind: 'summary', points: readPoints(summary, `${path}.summary`, readSummaryPoint) };
  const other = part('exponentialHistogram') ?? {};
  return { kind: 'other', points: itemsOf(other, 'dataPoints', `${path}.exponentialHistogram`) };
}

function readPoints<TPoint>(
  data: JsonRecord,
  path: string,
  read: (point: JsonRecord, path: string) => TPoint,
): readonly TPoint[] {
  return itemsOf(data, 'dataPoints', path).map(([at, point]) => read(point, at));
}

function readPoint(point: JsonRecord, path: string): OtlpPoint {
  return {
    attributes: readAttributes(point, path),
    timeMs: asTimeMs(point.timeUnixNano, `${path}.timeUnixNano`),
    hasNoValue: (asNumber(point.flags, `${path}.flags`) & NO_RECORDED_VALUE) !== 0,
  };
}

function readNumberPoint(point: JsonRecord, path: string): NumberPoint {
  const field = point.asInt === undefined ? 'asDouble' : 'asInt';
  return { ...readPoint(point, path), value: asNumber(point[field], `${path}.${field}`) };
}

function readHistogramPoint(point: JsonRecord, path: string): HistogramPoint {
  return {
    ...readPoint(point, path),
    count: asNumber(point.count, `${path}.count`),
    sum: point.sum === undefined || point.sum === null ? undefined : asNumber(point.sum, `${path}.sum`),
    bucketCounts: readNumbers(point, 'bucketCounts', path),
    bounds: readNumbers(point, 'explicitBounds', path),
  };
}

function readSummaryPoint(point: JsonRecord, path: string): SummaryPoint {
  return {
    ...readPoint(point, path),
    count: asNumber(point.count, `${path}.count`),
    sum: asNumber(point.sum, `${path}.sum`),
    quantiles: itemsOf(point, 'quantileValues', path).map(([at, { quantile, value }]) => [
      asNumber(quantile, `${at}.quantile`),
      asNumber(value, `${at}.value`),
    ]),
  };
}

function readNumbers(point: JsonRecord, field: string, path: string): readonly number[] {
  const list = point[field] ?? [];
  if (!Array.isArray(list)) throw new Error(`${path}.${field} is no list`);
  return list.map((item, index) => asNumber(item, `${path}.${field}[${index}]`));
}

function temporalityOf({ aggregationTemporality }: JsonRecord): Temporality {
  const name = String(aggregationTemporality);
  return Object.hasOwn(TEMPORALITIES, name) ? (TEMPORALITIES[name] ?? 'unknown') : 'unknown';
}
