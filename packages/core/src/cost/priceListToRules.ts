import { formatNumber, parseExpr, printExpr, printSelector } from '@glasspane/promql/syntax';
import type { RecordingRule } from '../alerting/Rule.ts';
import type { Price, PriceList } from './PriceList.ts';
import { seriesOfPrice } from './parsePriceList.ts';
import { validFromMs } from './validFromMs.ts';

/**
 * The price of one unit, as it is at the time: labels `resource`, `unit`, `currency`.
 *
 * @public
 */
export const PRICE_METRIC = 'resource_unit:price:current';

/**
 * What is spent per second, over the last five minutes: labels of the counter, and `resource`, `unit`, `currency`.
 *
 * @public
 */
export const COST_METRIC = 'resource_unit:cost:rate5m';

/**
 * What is spent per second for each resource, over the last five minutes: labels `resource`, `currency`.
 *
 * @public
 */
export const RESOURCE_COST_METRIC = 'resource:cost:rate5m';

/**
 * Returns the recording rules that turn counters into costs, to be evaluated in this order.
 *
 * A price is recorded as it is at the time, so that a change of it leaves what was recorded before as it is. What is
 * spent is a rate, never a running total: it cannot jump back, and money of different currencies stays apart by its
 * label. A price that changes holds for the whole window of the rates from then on.
 *
 * @public
 */
export function priceListToRules({ prices }: PriceList): readonly RecordingRule[] {
  const series = new Map<string, Price[]>();
  for (const price of prices) {
    const key = seriesOfPrice(price);
    series.set(key, [...(series.get(key) ?? []), price]);
  }
  if (series.size === 0) return [];
  const all = [...series.values()];
  return [
    ...all.map(toPriceRule),
    ...all.map(toCostRule),
    {
      type: 'recording',
      name: RESOURCE_COST_METRIC,
      expr: `sum by (resource, currency) (${COST_METRIC})`,
      labels: {},
    },
  ];
}

function toPriceRule(prices: readonly Price[]): RecordingRule {
  const inOrder = prices
    .map((price) => ({ price, fromMs: validFromMs(price.validFrom) ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => a.fromMs - b.fromMs);
  const parts = inOrder.map(({ price, fromMs }, index) => {
    const perUnit = `vector(${formatNumber(price.price / (price.per ?? 1))})`;
    const untilMs = inOrder[index + 1]?.fromMs;
    const bounds = [
      ...(Number.isFinite(fromMs) ? [`vector(time()) >= ${formatNumber(fromMs / 1000)}`] : []),
      ...(untilMs === undefined ? [] : [`vector(time()) < ${formatNumber(untilMs / 1000)}`]),
    ];
    return [perUnit, ...bounds.map((bound) => `(${bound})`)].join(' and ');
  });
  return {
    type: 'recording',
    name: PRICE_METRIC,
    expr: printExpr(parseExpr(parts.join(' or '))),
    labels: labelsOf(prices),
  };
}

function toCostRule(prices: readonly Price[]): RecordingRule {
  const labels = labelsOf(prices);
  const price = printSelector([
    { name: '__name__', operator: '=', value: PRICE_METRIC },
    ...Object.entries(labels).map(([name, value]) => ({ name, operator: '=' as const, value })),
  ]);
  const expr = `rate(${prices[0]?.metric ?? ''}[5m]) * on () group_left () ${price}`;
  return { type: 'recording', name: COST_METRIC, expr: printExpr(parseExpr(expr)), labels };
}

function labelsOf([first]: readonly Price[]): Readonly<Record<string, string>> {
  return first === undefined ? {} : { resource: first.resource, unit: first.unit, currency: first.currency };
}
