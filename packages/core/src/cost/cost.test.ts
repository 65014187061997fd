import { describe, expect, it } from 'vitest';
import type { Price } from './PriceList.ts';
import { parsePriceList } from './parsePriceList.ts';
import { priceListToRules } from './priceListToRules.ts';

const PRICE: Price = {
  resource: 'm',
  unit: 'input_token',
  metric: 'tokens_total{model="m"}',
  price: 2.5,
  per: 1_000_000,
  currency: 'USD',
};

describe('parsePriceList', () => {
  it('gives a list as it is, fields included that it does not know', () => {
    const document = {
      prices: [
        { ...PRICE, validFrom: '2026-01-31', 'x-note': 1 },
        { ...PRICE, validFrom: '2026-02-01T08:00:00+01:00' },
      ],
    };
    expect(parsePriceList(document)).toEqual(document);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a price below nothing', { price: -1 }, 'prices[1].price: '],
    ['a price for no units', { per: 0 }, 'prices[1].per: must be more than 0'],
    ['no selector', { metric: 'sum(x)' }, 'prices[1].metric: is no selector of a counter'],
    ['no currency', { currency: '$' }, 'prices[1].currency: must be three letters as in ISO 4217'],
    ['no date', { validFrom: 'soon' }, 'prices[1].validFrom: must be a date'],
    ['a day that is not there', { validFrom: '2026-02-31' }, 'prices[1].validFrom: must be a date'],
    ['two prices from the same time on', { unit: 'input_token' }, 'prices[1].validFrom: is that of another price'],
    [
      'one unit counted in two ways',
      { unit: 'input_token', metric: 'other_total', validFrom: '2026-01-01' },
      'prices[1].metric: differs from that of another price',
    ],
  ])('refuses %s', (_, change, issue) => {
    expect(() => parsePriceList({ prices: [PRICE, { ...PRICE, unit: 'output_token', ...change }] })).toThrow(issue);
  });
});

describe('priceListToRules', () => {
  const labels = { resource: 'm', unit: 'input_token', currency: 'USD' };

  it('prices each unit, what is spent on it, and what is spent on each resource', () => {
    const selector = 'resource="m",unit="input_token",currency="USD"';
    expect(priceListToRules({ prices: [PRICE] })).toEqual([
      { type: 'recording', name: 'resource_unit:price:current', expr: 'vector(0.0000025)', labels },
      {
        type: 'recording',
        name: 'resource_unit:cost:rate5m',
        expr: `rate(tokens_total{model="m"}[5m]) * on () group_left () resource_unit:price:current{${selector}}`,
        labels,
      },
      {
        type: 'recording',
        name: 'resource:cost:rate5m',
        expr: 'sum by (resource, currency) (resource_unit:cost:rate5m)',
        labels: {},
      },
    ]);
  });

  it('lets each price hold until the next one begins, in whatever order they are written', () => {
    const prices = [
      { ...PRICE, price: 3, per: undefined, validFrom: '1970-01-01T00:01:00Z' },
      { ...PRICE, price: 1, per: undefined },
      { ...PRICE, price: 2, per: 1, validFrom: '1970-01-01T00:00:30Z' },
    ];
    expect(priceListToRules({ prices })[0]?.expr).toBe(
      'vector(1) and (vector(time()) < 30) or ' +
        'vector(2) and (vector(time()) >= 30) and (vector(time()) < 60) or vector(3) and (vector(time()) >= 60)',
    );
  });

  it('keeps currencies apart, and makes nothing of nothing', () => {
    const rules = priceListToRules({ prices: [PRICE, { ...PRICE, currency: 'EUR' }] });
    expect(
      rules.filter(({ name }) => name === 'resource_unit:cost:rate5m').map(({ labels: { currency } }) => currency),
    ).toEqual(['USD', 'EUR']);
    expect(rules.at(-1)?.expr).toContain('by (resource, currency)');
    expect(priceListToRules({ prices: [] })).toEqual([]);
  });
});
