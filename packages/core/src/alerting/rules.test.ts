import { describe, expect, it } from 'vitest';
import { alertRuleDocument } from '../testing/documents.ts';
import { checkRule } from './checkRule.ts';
import { conditionToExpr } from './conditionToExpr.ts';
import { labelSamples } from './labelSamples.ts';
import { parseCondition } from './parseCondition.ts';
import { recordSamples } from './recordSamples.ts';
import { toAlertingRule } from './toAlertingRule.ts';

const rule = toAlertingRule(alertRuleDocument);

describe('toAlertingRule', () => {
  it('makes a label of the severity and an annotation of the description', () => {
    expect(rule).toEqual({
      type: 'alerting',
      name: 'high_error_rate',
      expr: 'error_rate > 0.05',
      forMs: 300_000,
      keepFiringForMs: 60_000,
      labels: { team: 'api', severity: 'critical' },
      annotations: { description: 'Too many errors.', summary: 'Error rate is {{ $value }}' },
    });
  });
});

describe('labelSamples', () => {
  const label = (change: Partial<typeof rule>) =>
    labelSamples(
      { ...rule, labels: {}, annotations: {}, ...change },
      [{ labels: { __name__: 'm', job: 'a' }, value: 2 }],
      {
        nowMs: 0,
      },
    );

  it('fills in labels and annotations, and drops the name and empty labels', async () => {
    const [sample] = await label({
      labels: { level: '{{ if gt $value 1.0 }}high{{ end }}', none: '{{ $labels.nothing }}' },
      annotations: { name: '{{ $labels.__name__ }} of {{ $labels.job }}' },
    });
    expect(sample).toEqual({
      labels: { job: 'a', level: 'high', alertname: 'high_error_rate' },
      annotations: { name: 'm of a' },
      value: 2,
    });
  });

  it('puts the error in place of a text that cannot be filled in', async () => {
    const [sample] = await label({ annotations: { a: '{{ .Nothing }}' } });
    expect(sample?.annotations.a).toMatch(/^<error expanding template: .*can't evaluate field Nothing/);
  });
});

describe('recordSamples', () => {
  const record = { type: 'recording', name: 'a:b:c', expr: 'm', labels: { job: '', source: 'rule' } } as const;

  it('renames series, sets labels and drops empty ones', () => {
    const samples = recordSamples(record, [{ labels: { __name__: 'm', job: 'x', host: 'h' }, value: 1 }]);
    expect(samples).toEqual([{ labels: { __name__: 'a:b:c', host: 'h', source: 'rule' }, value: 1 }]);
  });

  it('refuses series that become the same', () => {
    const samples = ['x', 'y'].map((job) => ({ labels: { job }, value: 1 }));
    expect(() => recordSamples(record, samples)).toThrow('same labelset after applying rule labels');
  });
});

describe('checkRule', () => {
  it('finds what is wrong with the expression and each template', () => {
    const broken = { ...rule, expr: 'up[5m]', labels: { a: '{{' }, annotations: { b: '{{ nope }}', c: 'fine' } };
    expect(checkRule(broken).map(({ field, name }) => [field, name])).toEqual([
      ['expr', undefined],
      ['labels', 'a'],
      ['annotations', 'b'],
    ]);
    expect(checkRule(rule)).toEqual([]);
  });
});

describe('parseCondition', () => {
  it('takes PromQL that gives series', () => {
    expect(parseCondition('error_rate > 0.05').type).toBe('binary');
  });

  it.each([
    ['error_rate >', 'write a metric compared with a number, as in error_rate > 0.05'],
    ['', 'write a metric compared with a number'],
    ['up[5m]', 'put a function around it'],
    ['"text"', 'compare a metric'],
  ])('says what to write instead of %j', (condition, advice) => {
    expect(() => parseCondition(condition)).toThrow(advice);
  });
});

describe('conditionToExpr', () => {
  it.each([
    [{ metric: 'error_rate', operator: '>', threshold: 0.05 }, 'error_rate > 0.05'],
    [
      {
        metric: 'errors_total',
        matchers: [{ name: 'job', operator: '=~', value: 'a"b' }],
        over: { reducer: 'rate', windowMs: 300_000 },
        aggregate: { operator: 'sum', by: ['job', 'http.route'] },
        operator: '<=',
        threshold: -1,
      },
      'sum by (job, "http.route") (rate(errors_total{job=~"a\\"b"}[5m])) <= -1',
    ],
    [
      { metric: 'odd.name', operator: '!=', threshold: 0, aggregate: { operator: 'count' } },
      'count({__name__="odd.name"}) != 0',
    ],
  ] as const)('writes %j', (condition, expr) => {
    expect(conditionToExpr(condition)).toBe(expr);
  });

  it('refuses what PromQL does not take', () => {
    const over = { reducer: 'rate', windowMs: 0 } as const;
    expect(() => conditionToExpr({ metric: 'm', over, operator: '>', threshold: 1 })).toThrow(
      'cannot be written as PromQL',
    );
  });
});
