import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from './ast.ts';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { parseExpr } from './parseExpr.ts';
import { printExpr } from './printExpr.ts';

/** Returns the tree without positions. */
function shapeOf(expr: Expr): unknown {
  return JSON.parse(
    JSON.stringify(expr, (key, value: unknown) => {
      if (key === 'start' || key === 'end') return undefined;
      return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
    }),
  );
}

const queries = [
  'up',
  '1 + 2 * 3 ^ 4 ^ 5 - -6',
  '-1 ^ 2',
  '2 ^ -1 * 3',
  '(a + b) * c',
  'a - (b - c)',
  'foo{job="a",instance!="b",x=~"c.*",y!~"d"}',
  '{"odd name","odd label"="v"}',
  '{__name__="sum"}',
  'sum by (a, "odd label") (x) / on (a) group_left (b) y',
  'a * on () group_right () b',
  'a + ignoring () b',
  'a + ignoring () fill (0) b',
  'a + fill (0) b',
  'a + ignoring (x) fill_left (5) fill_right (-Inf) b',
  'a == bool 1',
  'x[5m] offset 1h @ 1.5',
  'sum_over_time(rate(x[1m])[1h:5m] @ end() offset -5m)',
  'x[step() * 2 + 1]',
  'x offset (1h / 2)',
  'x offset -min_of(step(), 5s)',
  'increase(x[5m] anchored)',
  'x offset 5m smoothed',
  'topk(3, x)',
  'count_values("v", x)',
  'quantile without (a) (0.9, x)',
  '1h30m + 5m',
  'Inf - NaN',
  'label_replace(x, "a", "$1\\n\\"", "b", "(.*)")',
  '"\\xff\\u00e9"',
  'info(x, {data=~".+"})',
];

describe('parseExpr and printExpr', () => {
  it.each(queries)('gives the same tree for the printed text: %s', (query) => {
    const expr = parseExpr(query, { checkTypes: false });
    expect(shapeOf(parseExpr(printExpr(expr), { checkTypes: false }))).toEqual(shapeOf(expr));
  });

  it('prints durations as durations', () => {
    for (let ms = 1; ms < 20_000; ms += 1)
      expect(printExpr(parseExpr(`x[${ms}ms]`))).toMatch(/^x\[(?:\d+s)?(?:\d+ms)?\]$/);
    expect(printExpr(parseExpr('1001ms * x offset 4035ms'))).toBe('1s1ms * x offset 4s35ms');
  });

  it('prints parentheses where a built tree needs them, and keeps precedence', () => {
    const [a, b] = [parseExpr('a'), parseExpr('b')];
    const sum: Expr = { type: 'binary', operator: '+', left: a, right: b, isBool: false, start: 0, end: 0 };
    const product: Expr = { type: 'binary', operator: '*', left: sum, right: sum, isBool: false, start: 0, end: 0 };
    const negative: Expr = { type: 'unary', operator: '-', expr: product, start: 0, end: 0 };
    expect(printExpr(negative)).toBe('-((a + b) * (a + b))');
    expect(printExpr(parseExpr('-1 ^ 2'))).toBe('-1 ^ 2');
    expect(parseExpr('-1 ^ 2')).toMatchObject({ type: 'unary', expr: { type: 'binary', operator: '^' } });
    expect(parseExpr('2 ^ 3 ^ 4')).toMatchObject({ left: { value: 2 }, right: { left: { value: 3 } } });
    expect(parseExpr('a - b offset 5m')).toMatchObject({ type: 'binary', right: { offset: { seconds: 300 } } });
  });

  it('knows where each node stands', () => {
    expect(parseExpr('sum(rate(x[5m])) / 2')).toMatchObject({
      ...{ start: 0, end: 20 },
      left: { start: 0, end: 16, expr: { start: 4, end: 15, args: [{ start: 9, end: 14 }] } },
      right: { start: 19, end: 20 },
    });
  });

  it('reads numbers, durations and strings in all their forms', () => {
    const values = ['0x1F', '1_000', '.5', '2.', '1e-3', '010', '1h30m', 'inF', '1d'].map((text) => {
      const expr = parseExpr(text);
      return expr.type === 'number' ? expr.value : undefined;
    });
    expect(values).toEqual([31, 1000, 0.5, 2, 0.001, 8, 5400, Number.POSITIVE_INFINITY, 86_400]);
    expect(parseExpr(String.raw`"\u00e9\n\x41\101\""`)).toMatchObject({ value: 'é\nAA"' });
    expect(parseExpr('`a\\n`')).toMatchObject({ value: 'a\\n' });
    expect(parseExpr('up # a comment\n + # another\n 1')).toMatchObject({ operator: '+' });
  });
});

describe('PromqlSyntaxError', () => {
  it.each([
    ['', 'unknown position: parse error: no expression found in input'],
    ['foo bar', '1:5: parse error: unexpected identifier "bar"'],
    ['x{', '1:3: parse error: unexpected end of input inside braces'],
    ['sum(x', '1:6: parse error: unclosed left parenthesis'],
    ['sum(x))', "1:8: parse error: unexpected right parenthesis ')'"],
    ['x\n  + $', "2:5: parse error: unexpected character: '$'"],
    ['"é" + é', "1:8: parse error: unexpected character: 'é'"],
    ['rate(x)', '1:6: parse error: expected type range vector in call to function "rate", got instant vector'],
    ['rate(x[5m], 1)', '1:1: parse error: expected 1 argument(s) in call to "rate", got 2'],
    ['foo(x)', '1:1: parse error: unknown function with name "foo"'],
    ['1 == 1', '1:3: parse error: comparisons between scalars must use BOOL modifier'],
    ['a + bool b', '1:3: parse error: bool modifier can only be used on comparison operators'],
    ['a and 1', '1:1: parse error: set operator "and" not allowed in binary scalar expression'],
    ['a and on (x) group_left () b', '1:1: parse error: no grouping allowed for "and" operation'],
    ['a + on (x) group_left (x) b', '1:3: parse error: label "x" must not occur in ON and GROUP clause at once'],
    ['sum(1)', '1:5: parse error: expected type instant vector in aggregation expression, got scalar'],
    ['topk(x)', '1:1: parse error: wrong number of arguments for aggregate expression provided, expected 2, got 1'],
    ['{a=~".*"}', '1:1: parse error: vector selector must contain at least one non-empty matcher'],
    ['x{a=~"("}', '1:3: parse error: error parsing regexp: missing closing ): `(`'],
    ['foo{"bar"}', '1:1: parse error: metric name must not be set twice: "foo" or "bar"'],
    ['x[5m][5m]', '1:6: parse error: ranges only allowed for vector selectors'],
    ['x[-5m]', '1:3: parse error: duration must be greater than 0'],
    ['x offset 5m offset 5m', '1:1: parse error: offset may not be set multiple times'],
    ['"a\\qb"', "1:1: parse error: unknown escape sequence U+0071 'q'"],
    ['1foo', '1:1: parse error: bad number or duration syntax: "1"'],
    ['5m3x', '1:1: parse error: bad number or duration syntax: "5m3"'],
    ['  # none', '1:1: parse error: no expression found in input'],
    ['up)', "1:4: parse error: unexpected right parenthesis ')'"],
    [']', "1:1: parse error: unexpected right bracket ']'"],
    ['up}', "1:3: parse error: unexpected character: '}'"],
    ['up(', '1:4: parse error: unclosed left parenthesis'],
    ['rate(x[5m', '1:10: parse error: unclosed left parenthesis'],
    ['x{a="b"(', "1:8: parse error: unexpected character inside braces: '('"],
    ['x{1="a"}', "1:3: parse error: unexpected character inside braces: '1'"],
    ['x{a=="b"}', '1:5: parse error: unexpected "=" in label matching, expected string'],
    ['x =~ y', "1:3: parse error: unexpected character after '=': '~'"],
    ['x !~ y', "1:3: parse error: unexpected character after '!': '~'"],
    ['f(x,)', '1:4: parse error: trailing commas not allowed in function call args'],
    ['by (x)', '1:4: parse error: unexpected "("'],
    ['bool', '1:1: parse error: unexpected <bool>'],
    ['atan2', '1:1: parse error: unexpected <op:atan2>'],
    ['x + group_left () y', '1:5: parse error: unexpected <group_left>'],
    ['inf{a="b"}', '1:4: parse error: unexpected "{"'],
    ['x @ start', '1:10: parse error: unexpected end of input in @, expected timestamp'],
    ['x @ 1e20', '1:1: parse error: timestamp out of bounds for @ modifier: 100000000000000000000.000000'],
    ['x[300y]', '1:3: parse error: duration out of range'],
  ])('says about %j: %s', (query, message) => {
    let error: unknown;
    try {
      parseExpr(query);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PromqlSyntaxError);
    expect(error).toMatchObject({ message, reason: message.replace(/^.*?parse error: /, '') });
  });

  it.each([
    ['sum(\n  x{é="a"}\n)', 'é'],
    ['x + 😀 + y', '😀'],
    ['x !', '!'],
    ['up) + 1', ' '],
    ['1x + 2', '1'],
    ['x{a="b\n} + y', '"b'],
    ['x{a=`b\n} + y', '`b\n} + y'],
    [String.raw`x{a="b\q"} + y`, String.raw`"b\q"`],
    ['sum(x', ''],
  ])('marks what is at fault in %j, and not what follows: %j', (query, marked) => {
    let place = { start: 0, end: 0 };
    try {
      parseExpr(query);
    } catch (error) {
      if (error instanceof PromqlSyntaxError) place = error;
    }
    expect(query.slice(place.start, place.end)).toBe(marked);
    expect(place).toBeInstanceOf(PromqlSyntaxError);
  });

  it.each([
    ['parentheses', '('.repeat(100_000)],
    ['signs', `${'-'.repeat(100_000)}1`],
    ['operators', `1${'+1'.repeat(100_000)}`],
    ['powers', `1${'^1'.repeat(100_000)}`],
    ['subqueries', `x${'[1m:]'.repeat(100_000)}`],
    ['durations', `x[${'('.repeat(100_000)}`],
  ])('is what too many %s end in, and not a full stack', (_, query) => {
    expect(() => parseExpr(query)).toThrow(PromqlSyntaxError);
  });

  it('is the only error that random texts end in', () => {
    const word = fc.constantFrom(
      ...'sum rate( ) ( [ ] { } 5m : x by on offset @ start() "a" = =~ + - ^ bool fill( group_left 1 , and # \\ \u00e9'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 3 })), { maxLength: 12 }), (words) => {
        try {
          const expr = parseExpr(words.join(' '));
          expect(shapeOf(parseExpr(printExpr(expr)))).toEqual(shapeOf(expr));
        } catch (error) {
          expect(error).toBeInstanceOf(PromqlSyntaxError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
