import { type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CostOptions } from './CostOptions.ts';
import { type CostModel, costModel } from './costModel.ts';
import { costPeriod, costQueries } from './costPeriod.ts';
import { costTexts } from './costTexts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 3, 1);
const formatters = {
  values: new ValueFormatter({ locale: 'en-US', timeZone: 'UTC' }),
  times: new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' }),
};

/** A rate of so much an hour for some days of April from its first, sampled every hour. */
function ratesOf(perHour: readonly number[], days: number, isGap: (hour: number) => boolean = () => false): Frame {
  const length = days * 24 + 1;
  const times = Float64Array.from({ length }, (_, row) => start + row * HOUR);
  const gaps = Uint8Array.from({ length }, (_, row) => (isGap(row) ? 1 : 0));
  const fields = perHour.map((rate, index) => ({
    kind: 'number' as const,
    name: 'cost',
    labels: { resource: `r${index}` },
    values: new Float64Array(length).fill(rate),
    gaps,
  }));
  return { length, fields: [{ kind: 'time', name: 'time', values: times }, ...fields] };
}

function costOf(frames: readonly Frame[], days: number, options: CostOptions = {}): CostModel {
  const nowMs = start + days * DAY;
  return costModel({
    data: { frames },
    options: { ratePer: 'hour', ...options },
    nowMs,
    timeZone: 'UTC',
    ...formatters,
  });
}

describe('the cost of a period', () => {
  it('is the sum of its rates over time, by part and by day', () => {
    const { total, parts, buckets, running } = costOf([ratesOf([1, 3], 10)], 10);
    expect(total).toBeCloseTo(960);
    expect(parts.map(({ name, cost }) => [name, Math.round(cost)])).toEqual([
      ['r1', 720],
      ['r0', 240],
    ]);
    expect([buckets.length, parts[0]?.byBucket[0], parts[0]?.byBucket[10]]).toEqual([30, expect.closeTo(72), 0]);
    expect(running.at(-1)?.total).toBeCloseTo(960);
  });

  it('takes the rate by the time that it is for', () => {
    expect(costOf([ratesOf([1], 10)], 10, { ratePer: 'second' }).total).toBeCloseTo(864_000);
    expect(costOf([ratesOf([1], 10)], 10, { ratePer: 'day' }).total).toBeCloseTo(10);
  });

  it('counts nothing where there are no data, and says how much has some', () => {
    const model = costOf([ratesOf([2], 10, (hour) => hour > 24 && hour <= 144)], 10);
    expect([Math.round(model.total), model.coverage]).toEqual([240, 0.5]);
    expect(costTexts(model, formatters, undefined).remark).toBe(
      '50% of the period so far has data; the rest is not counted',
    );
  });

  it('does not stretch a sample over the hole before it', () => {
    const { fields } = ratesOf([2], 10);
    const kept = [0, 1, 2, 3, 200, 201];
    const frame: Frame = {
      length: kept.length,
      fields: fields.flatMap((field) =>
        field.kind !== 'number' && field.kind !== 'time'
          ? []
          : [{ ...field, gaps: undefined, values: Float64Array.from(kept, (row) => field.values[row] ?? 0) }],
      ) as Frame['fields'],
    };
    expect(costOf([frame], 10).total).toBeCloseTo(10);
  });

  it('is nothing, said in words, without data', () => {
    const model = costOf([], 10);
    const { total, status, projection } = costTexts(model, formatters, undefined);
    expect([model.state, total, status, projection]).toEqual(['noData', '–', 'No data in this period', undefined]);
  });

  it('is the sum of its buckets, whatever the rates', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 5 }), (rates) => {
        const { total, parts } = costOf([ratesOf(rates, 3)], 3);
        const sum = parts.reduce((all, { byBucket }) => all + byBucket.reduce((own, cost) => own + cost, 0), 0);
        expect(sum).toBeCloseTo(total, 3);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the projection', () => {
  it('takes the rest of the period for what it was so far', () => {
    const model = costOf([ratesOf([1], 10)], 10, { budget: 480 });
    expect([Math.round(model.projected ?? 0), model.state]).toEqual([720, 'willBeOver']);
    expect(model.reachedMs).toBeCloseTo(start + 20 * DAY, -3);
    expect(costTexts(model, formatters, { unit: 'currencyUSD' })).toMatchObject({
      projection: '$720.00 by Apr 30, projected by the mean of the period so far',
      status: 'Budget reached on Apr 21 at this pace',
    });
  });

  it('or for what the last days were, by the hour of data', () => {
    const frame = ratesOf([1], 10);
    const fields = frame.fields.map((field) =>
      field.kind === 'number'
        ? { ...field, values: field.values.map((rate, row) => (row > 192 ? 4 * rate : rate)) }
        : field,
    );
    const model = costOf([{ ...frame, fields }], 10, { projection: 'recent', recentDays: 2 });
    expect(model.total).toBeCloseTo(192 + 48 * 4);
    expect(model.projected).toBeCloseTo(384 + 20 * 24 * 4);
    expect(model.method).toBe('projected by the mean of the last 2 days');
  });

  it('is left out where it is not wanted, and without a budget there is no verdict', () => {
    const model = costOf([ratesOf([1], 10)], 10, { projection: 'none' });
    expect([model.projected, model.state]).toEqual([undefined, 'noBudget']);
  });
});

describe('costPeriod', () => {
  const iso = ({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): readonly string[] =>
    [startMs, endMs].map((timeMs) => new Date(timeMs).toISOString());

  it('begins and ends at midnight of the time zone, also when clocks change', () => {
    const now = Date.UTC(2026, 2, 29, 12);
    expect(iso(costPeriod({}, now, 'Europe/Berlin'))).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z']);
    expect(iso(costPeriod({ period: 'week' }, now, 'UTC'))).toEqual([
      '2026-03-23T00:00:00.000Z',
      '2026-03-30T00:00:00.000Z',
    ]);
  });

  it('follows on itself where it has a length of its own', () => {
    const period = { from: '2026-01-05', days: 14 };
    expect(iso(costPeriod({ period }, Date.UTC(2026, 2, 1, 23), 'UTC'))).toEqual([
      '2026-02-16T00:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
    ]);
    expect(iso(costPeriod({ period }, Date.UTC(2025, 11, 31), 'UTC'))[0]).toBe('2025-12-22T00:00:00.000Z');
  });

  it('always holds the moment', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), zone, fc.integer({ min: 1, max: 60 }), (now, timeZone, days) => {
        const { startMs, endMs } = costPeriod({ period: { from: '2026-01-05', days } }, now, timeZone);
        expect(now >= startMs && now < endMs).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is asked for as a whole', () => {
    const [query] = costQueries({ widget: { queries: [{ refId: 'A', expr: 'cost' }] }, options: {} });
    expect(query).toMatchObject({ instant: false, rangeMs: 31 * DAY + HOUR });
  });
});
