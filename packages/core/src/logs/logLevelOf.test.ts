import { describe, expect, it } from 'vitest';
import { logLevelOf } from './logLevelOf.ts';

describe('logLevelOf', () => {
  it.each([
    [{ level: 'WARN' }, '', 'warning'],
    [{ severity_text: 'ERROR2' }, '', 'error'],
    [{ level: 'odd' }, 'level=debug msg=x', 'debug'],
    [{}, 'time=1 level=info msg="level=error"', 'info'],
    [{}, '{"time":1,"level":"fatal"}', 'critical'],
    [{}, '{"level": "error"}', 'error'],
    [{}, 'sublevel=error', undefined],
    [{}, 'an error of no level', undefined],
  ])('of %j %s is %s', (labels, line, severity) => {
    expect(logLevelOf({ labels, line })).toBe(severity);
  });
});
