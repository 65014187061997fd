import { type Frame, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { coursePath } from './coursePath.ts';
import { budgetLeft, budgetMs, burnRate } from './errorBudget.ts';
import type { SloOptions } from './SloOptions.ts';
import { type SloModel, sloModel } from './sloModel.ts';
import { sloQueries } from './sloQueries.ts';
import { sloTexts } from './sloTexts.ts';

const values = new ValueFormatter({ locale: 'en-US' });

function ratioFrame(...ratios: readonly number[]): Frame {
  const field = (ratio: number) => ({
    kind: 'number' as const,
    name: 'ratio',
    labels: {},
    values: Float64Array.of(ratio),
  });
  return { length: 1, fields: [{ kind: 'time', name: 'time', values: Float64Array.of(0) }, ...ratios.map(field)] };
}

function sloOf(ratios: Readonly<Record<string, number>>, options: SloOptions = {}): SloModel {
  const frames = new Map(Object.entries(ratios).map(([window, ratio]) => [window, ratioFrame(ratio)]));
  return sloModel({ options, frameOver: (window) => frames.get(window), courseFrame: undefined, values });
}

const calm = { '5m': 0, '30m': 0, '1h': 0.0001, '6h': 0.0002, '3d': 0.0004, '30d': 0.0004 };

describe('an error budget', () => {
  it('burns at 1 when it lasts for just its period', () => {
    expect(burnRate(0.001, 0.999)).toBe(1);
    expect(burnRate(0.0144, 0.999)).toBeCloseTo(14.4, 9);
    expect(budgetLeft(0.0004, 0.999)).toBeCloseTo(0.6, 9);
    expect(budgetMs(0.999, 30 * 86_400_000)).toBe(2_592_000);
  });

  it('is nothing at an objective of 1', () => {
    expect([burnRate(0, 1), burnRate(0.1, 1), budgetLeft(0.1, 1)]).toEqual([
      0,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    const slo = sloOf({ ...calm, '30d': 0.1 }, { objective: 1 });
    expect([slo.remarks[0], sloTexts(slo, values).leftTime]).toEqual([
      'An objective of 100% leaves no error budget',
      'no budget in 30d',
    ]);
  });
});

describe('an SLO', () => {
  it('is met while nothing burns', () => {
    const slo = sloOf(calm);
    expect([slo.state, slo.status, slo.left]).toEqual(['met', 'Within the budget', expect.closeTo(0.6)]);
    expect(sloTexts(slo, values).leftTime.replaceAll('\u00a0', ' ')).toBe('26 min of 43 min left in 30d');
  });

  it('pages when both windows of a rule burn, and not when only one does', () => {
    expect(sloOf({ ...calm, '1h': 0.015, '5m': 0.02 }).status).toBe('Page: above 14.4× over 1h and 5m');
    expect(sloOf({ ...calm, '1h': 0.015, '5m': 0.001 }).state).toBe('met');
    expect(sloOf({ ...calm, '6h': 0.0061, '30m': 0.007 }).state).toBe('page');
    expect(sloOf({ ...calm, '3d': 0.0011, '6h': 0.0012 }).status).toBe('Ticket: above 1× over 3d and 6h');
    // At the rate itself the budget just lasts.
    expect(sloOf({ ...calm, '3d': 0.001, '6h': 0.0012 }).state).toBe('met');
  });

  it('says that the budget is used up', () => {
    const slo = sloOf({ ...calm, '30d': 0.002 });
    expect(slo.status).toBe('Budget used up');
    expect(sloTexts(slo, values).leftTime.replaceAll('\u00a0', ' ')).toBe('43 min more than the 43 min of 30d');
  });

  it('says in words what is no number', () => {
    expect(sloOf({ ...calm, '30d': Number.NaN }).status).toBe('Not known: no traffic over 30d');
    expect(sloOf({}).status).toBe('Not known: no series over 30d');
    expect(sloOf({ ...calm, '5m': Number.NaN }).windows[0]).toMatchObject({ rate: undefined, remark: 'no traffic' });
    expect(sloOf({ ...calm, '5m': Number.POSITIVE_INFINITY }).windows[0]?.remark).toBe('errors without traffic');
    expect(sloOf({ ...calm, '30d': 1.5 }).remarks).toEqual([
      '150% of 30d: more errors than requests, so the query is not an error ratio',
    ]);
  });

  it('says when the query gives several series', () => {
    const { remarks } = sloModel({
      options: {},
      frameOver: () => ratioFrame(0.0001, 0.5),
      courseFrame: undefined,
      values,
    });
    expect(remarks).toEqual(['The first of 2 series; let the query give one']);
  });
});

describe('sloQueries', () => {
  it('asks once for each window, rule and the period, and for the course', () => {
    const query = { refId: 'A', expr: 'sum(rate(bad[$__range])) / sum(rate(all[$__range]))' };
    const queries = sloQueries({ widget: { queries: [query] }, options: { windows: ['5m', '2h'], period: '7d' } });
    expect(queries.map(({ refId, instant, rangeMs }) => [refId, instant, (rangeMs ?? 0) / 60_000])).toEqual([
      ['A:5m', true, 5],
      ['A:2h', true, 120],
      ['A:1h', true, 60],
      ['A:6h', true, 360],
      ['A:30m', true, 30],
      ['A:3d', true, 4320],
      ['A:7d', true, 10_080],
      ['A:course', false, 10_080],
    ]);
    expect(sloQueries({ widget: { queries: [] }, options: {} })).toEqual([]);
    const hidden = { refId: 'X', expr: 'up', isHidden: true };
    expect(sloQueries({ widget: { queries: [hidden, query] }, options: {} })[0]?.refId).toBe('A:5m');
  });
});

describe('coursePath', () => {
  it('breaks where nothing is known, and holds what is far below nothing', () => {
    const { line, area, zeroY } = coursePath({
      times: Float64Array.of(0, 1, 2, 3, 4),
      left: Float64Array.of(1, 0, Number.NaN, -50, 0.5),
      box: { x: 0, y: 0, width: 4, height: 100 },
      startMs: 0,
      endMs: 4,
    });
    expect(line).toBe('M0.0,0.0L1.0,50.0M3.0,100.0L4.0,25.0');
    expect(area).toBe('M0.0,50.0L0.0,0.0L1.0,50.0L1.0,50.0ZM3.0,50.0L3.0,100.0L4.0,25.0L4.0,50.0Z');
    expect(zeroY).toBe(50);
  });
});
