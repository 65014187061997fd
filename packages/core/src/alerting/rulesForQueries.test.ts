import { describe, expect, it } from 'vitest';
import { rulesForQueries } from './rulesForQueries.ts';

describe('rulesForQueries', () => {
  const rules = [
    { id: 'ratio', expr: 'rate(errors_total[5m]) / rate(requests_total[5m]) > 0.05' },
    { id: 'memory', expr: 'memory_bytes > 1e9' },
    { id: 'any', expr: '{job="api"} > 1' },
    { id: 'broken', expr: 'rate(' },
  ];

  it('finds the rules that use a metric of the queries', () => {
    expect(rulesForQueries(rules, ['sum(requests_total)', 'other']).map(({ id }) => id)).toEqual(['ratio']);
  });

  it('finds none where the queries name no metric', () => {
    expect(rulesForQueries(rules, ['{job="api"}', '1 + 1', 'rate('])).toEqual([]);
  });
});
