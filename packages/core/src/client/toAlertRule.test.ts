import { describe, expect, it } from 'vitest';
import type { AlertRule } from '../alerting/AlertRule.ts';
import type { NewRule } from './NewRule.ts';
import { changeAlertRule, toNewAlertRule } from './toAlertRule.ts';

describe('a rule as a program writes it', () => {
  it.each<[string, NewRule, object]>([
    [
      "in the commission's form",
      {
        name: 'high_error_rate',
        condition: 'error_rate > 0.05',
        duration: '5m',
        severity: 'critical',
        channels: ['email', 'slack'],
      },
      {
        name: 'high_error_rate',
        expr: 'error_rate > 0.05',
        forMs: 300_000,
        severity: 'critical',
        channels: ['email', 'slack'],
      },
    ],
    [
      'in the short form',
      { metric: 'queue_length', operator: '>=', threshold: 100, duration: '1h30m' },
      { name: 'queue_length_at_least_100', expr: 'queue_length >= 100', forMs: 5_400_000, severity: 'warning' },
    ],
    [
      'with all that the short form has',
      {
        metric: 'errors_total',
        matchers: [{ name: 'job', operator: '=', value: 'api' }],
        over: { reducer: 'rate', windowMs: 300_000 },
        aggregate: { operator: 'sum', by: ['service'] },
        threshold: 0.5,
      },
      { name: 'errors_total_above_0_5', expr: 'sum by (service) (rate(errors_total{job="api"}[5m])) > 0.5' },
    ],
    [
      'with milliseconds',
      { name: 'a', condition: 'up == 0', duration: 1500, keepFiringFor: 0 },
      { forMs: 1500, keepFiringForMs: 0 },
    ],
  ])('is read %s', (_, rule, expected) => {
    expect(toNewAlertRule(rule)).toMatchObject({ ...expected, id: undefined });
  });

  it.each<[string, unknown, string, RegExp]>([
    ['without a condition', { name: 'a' }, 'invalid', /needs a "condition"/],
    ['with both forms', { name: 'a', condition: 'up == 0', metric: 'up', threshold: 1 }, 'invalid', /not both/],
    ['whose condition is no PromQL', { name: 'a', condition: 'up ==' }, 'bad_query', /no PromQL/],
    ['whose condition is a range', { name: 'a', condition: 'up[5m]' }, 'bad_query', /range of samples/],
    ['without a threshold', { metric: 'up' }, 'invalid', /"threshold" must be a finite number/],
    [
      'with a strange operator',
      { metric: 'up', operator: '=>', threshold: 1 },
      'invalid',
      /"operator" must be one of >/,
    ],
    [
      'with a strange duration',
      { name: 'a', condition: 'up == 0', duration: '5 minutes' },
      'invalid',
      /duration must be/,
    ],
    ['with a negative duration', { name: 'a', condition: 'up == 0', duration: -1 }, 'invalid', /duration must be/],
    ['with a strange severity', { name: 'a', condition: 'up == 0', severity: 'bad' }, 'invalid', /severity/],
    ['without a name', { condition: 'up == 0' }, 'invalid', /name/],
  ])('is refused %s', (_, rule, code, message) => {
    expect(() => toNewAlertRule(rule as NewRule)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});

it('a change replaces what it names, and nothing else', () => {
  const rule: AlertRule = { id: 'a', name: 'a', expr: 'up == 0', forMs: 1000, severity: 'info', channels: ['email'] };
  expect(changeAlertRule(rule, { duration: '2s', severity: undefined })).toEqual({ ...rule, forMs: 2000 });
  expect(changeAlertRule(rule, { metric: 'up', operator: '<', threshold: 1 })).toEqual({ ...rule, expr: 'up < 1' });
  expect(() => changeAlertRule(rule, { condition: '(' })).toThrow(expect.objectContaining({ code: 'bad_query' }));
});
