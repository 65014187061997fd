import { describe, expect, it } from 'vitest';
import { filteredExpr, noFilter, withLabel, withoutLabel } from './LogFilter.ts';

describe('filteredExpr', () => {
  it('puts the text and the labels behind the query, whatever they hold', () => {
    const filter = withLabel({ ...noFilter, text: '"} |= `' }, { name: 'level', value: 'er"ror' });
    expect(filteredExpr('{app="$app"} |= "a"', { app: 'x' }, filter)).toEqual({
      status: 'ready',
      expr: '{app="x"} |= "a" |= "\\"} |= `" | level="er\\"ror"',
    });
    expect(filteredExpr('{app="x"}', {}, { ...noFilter, text: '^a', isRegex: true })).toEqual({
      status: 'ready',
      expr: '{app="x"} |~ "^a"',
    });
  });

  it('tells a fault of the widget from one of the viewer', () => {
    expect(filteredExpr('{app=', {}, noFilter)).toMatchObject({ status: 'invalid', error: { code: 'bad_query' } });
    expect(filteredExpr('{app="$nope"}', {}, noFilter)).toMatchObject({ status: 'invalid' });
    expect(filteredExpr('{app="x"}', {}, { ...noFilter, text: '(', isRegex: true })).toMatchObject({
      status: 'bad-filter',
      reason: expect.stringContaining('missing closing )'),
    });
  });

  it('has one value for each label', () => {
    const filter = withLabel(withLabel(noFilter, { name: 'a', value: '1' }), { name: 'a', value: '2' });
    expect(filter.labels).toEqual([{ name: 'a', value: '2' }]);
    expect(withoutLabel(filter, 'a').labels).toEqual([]);
  });
});
