import { describe, expect, it } from 'vitest';
import { conditionToExpr } from './conditionToExpr.ts';
import { exprToCondition } from './exprToCondition.ts';

describe('exprToCondition', () => {
  it.each([
    'error_rate > 0.05',
    'rate(errors_total{service="api",code=~"5.."}[5m]) > +Inf',
    'sum by (service, region) (increase(errors_total[1h])) >= 10',
    'max(memory_bytes) < -1.5',
  ])('finds the short form of %s', (expr) => {
    const condition = exprToCondition(expr);
    expect(condition).toBeDefined();
    expect(condition && conditionToExpr(condition)).toBe(expr);
  });

  it.each([
    'error_rate offset 1h > 1',
    'sum without (instance) (a) > 1',
    'a / b > 1',
    'rate(a[5m:1m]) > 1',
    'topk(3, a) > 1',
    'delta(a[5m]) > 1',
    '{job="api"} > 1',
    'a[',
  ])('finds none for %s', (expr) => {
    expect(exprToCondition(expr)).toBeUndefined();
  });
});
