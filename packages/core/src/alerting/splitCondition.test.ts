import { describe, expect, it } from 'vitest';
import { splitCondition } from './splitCondition.ts';

describe('splitCondition', () => {
  it.each([
    ['error_rate > 0.05', 'error_rate', '>', 0.05],
    ['0.05 < error_rate', 'error_rate', '>', 0.05],
    ['(sum(rate(errors_total[5m])) >= -2)', 'sum(rate(errors_total[5m]))', '>=', -2],
    ['a / b != (1e3)', 'a / b', '!=', 1000],
    ['up == 0', 'up', '==', 0],
  ])('takes %s apart', (condition, expr, operator, threshold) => {
    expect(splitCondition(condition)).toEqual({ expr, operator, threshold });
  });

  it.each(['up', 'a > b', '1 < bool 2', 'a > bool 1', 'a + 1', 'absent(up)', 'a >', '', 'a and b > 1'])(
    'leaves %s alone',
    (condition) => {
      expect(splitCondition(condition)).toBeUndefined();
    },
  );
});
