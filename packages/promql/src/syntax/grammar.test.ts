import { describe, expect, it } from 'vitest';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { parseExpr } from './parseExpr.ts';

/** Accepted by the grammar of Prometheus 3.14. */
const ACCEPTED = [
  ...['.5', '5.', '0x1F', '0X_1f', '1_000.5e1_0', '017', '+Inf', '-nan', '1h30m', '5m * 2', '-1 ^ -2'],
  ...[
    'sum',
    'by{a="b"}',
    'offset offset 5m',
    'and and and',
    'or or or or or',
    'unless unless unless',
    'start',
    'STEP{}',
  ],
  ...['fill', 'fill + fill_left', 'fill{a="b"}', 'anchored anchored', 'smoothed', 'min_of', 'a:b:c', ':x', '_:_'],
  ...[
    '{"a.b"}',
    '{"a.b","c.d"="e"}',
    "{'x'}",
    '{`x`}',
    '{"x",}',
    '{"x","y"}',
    '{"x",__name__="y"}',
    '{__name__=~"x",a=""}',
  ],
  ...['{""="0",a="b"}', 'x{by="a",sum!="b",nan=~"c",on!~"d"}', 'x{a="b",}', 'x{ # comment\n}', 'x{a="b"} # { end'],
  ...[
    'sum by (a, "b.c", sum, on, bool, offset, start,) (x)',
    'sum by () (x)',
    'sum(x) by (a)',
    'SUM BY (a) (x)',
    'sum by (a:b) (x)',
  ],
  ...[
    'a + on () b',
    'a + on (x,) b',
    'a * on (x) group_left b',
    'a * ignoring (x) group_right () (b)',
    'a == bool on (x) b',
  ],
  ...[
    'a + fill(1) b',
    'a + fill_left(-1h) fill_right(NaN) b',
    'a + fill_right(+1) fill_left(0x1) b',
    'a * on (x) group_left fill(0) b',
  ],
  ...[
    'x[5m]',
    'x[300]',
    'x[5m:]',
    'x[5m:1m] @ end() offset -1m',
    'x[ 5m : 1m ]',
    'x[5m+1s]',
    'x[step()]',
    'x[-(-5m)]',
    'x[STEP() * 2]',
  ],
  ...['x[min_of(step(), 1m):max_of(range() / 2, 1)]', 'x[2 ^ 3 ^ 1]', 'x[+5m]', 'x[(5m)]', 'x[5m % 2m]', 'x[((5m))]'],
  ...[
    'x offset 5',
    'x offset -5m',
    'x offset +5m',
    'x offset 0s offset 5m',
    'x offset step()',
    'x offset -min_of(1, 2)',
    'x offset (5m + 1)',
  ],
  ...[
    'x offset 5m + y',
    'x offset (5m) + 3',
    'x offset -(5m) + y',
    'x offset - + 2',
    'x offset --(5m) + 2',
    'x offset step() ^ 2',
    'x @ 1 offset 5m',
    'x offset 5m @ 1',
    'x @ -1.5',
  ],
  ...[
    'x @ 5m',
    'x @ start()',
    'x @ END()',
    'x anchored',
    'x[5m] smoothed',
    'x anchored[5m]',
    'x anchored offset 5m',
    'x[5m] @ 1 anchored',
  ],
  ...[
    'start()',
    'step() + range()',
    'min_of(1, 2)',
    'info(x)',
    'info(x, {})',
    'info(x, {a=""})',
    'limitk(1, x)',
    'limit_ratio(-0.5, x)',
  ],
  ...[
    'x </ 5',
    'x >/ 5',
    '1 + on () 2',
    '1 + ignoring () group_left () x',
    '"a"',
    "'\\''",
    '`\\`',
    '"\\u00e9\\U0001F600\\x41\\101\\a"',
  ],
  ...[
    '-x ^ 2',
    '- - x',
    '+ - + x',

    'x\t+\r\ny',
    '((((x))))',
    'absent(x) or vector(1)',
    'sum(x)[5m:]',
    '(x[5m])',
  ],
];

/** Refused by it, with what it says. */
const REFUSED: readonly (readonly [query: string, message: string])[] = [
  ['1__0', '1:1: parse error: bad number or duration syntax: "1__"'],
  ['1_', '1:1: parse error: bad number or duration syntax: "1_"'],
  ['1.2.3', '1:1: parse error: bad number or duration syntax: "1.2."'],
  ['0xx', '1:1: parse error: bad number or duration syntax: "0x"'],
  ['0x', '1:1: parse error: error parsing number: strconv.ParseFloat: parsing "0x": invalid syntax'],
  ['1e999', '1:1: parse error: error parsing number: strconv.ParseFloat: parsing "1e999": value out of range'],
  ['5m1h', '1:1: parse error: not a valid duration string: "5m1h"'],
  ['1.5h', '1:1: parse error: not a valid duration string: "1.5h"'],
  ['1hs', '1:1: parse error: unknown unit "hs" in duration "1hs"'],
  ['x[300y]', '1:3: parse error: duration out of range'],
  ['x[1e12]', '1:3: parse error: duration out of range'],
  ['x[0]', '1:3: parse error: duration must be greater than 0'],
  ['x[5m:0]', '1:6: parse error: duration must be greater than 0'],
  ['x[5m/0]', '1:5: parse error: division by zero'],
  ['x[5m % 0s]', '1:6: parse error: modulo by zero'],
  ['x[:5m]', '1:4: parse error: unexpected colon before duration in duration expression'],
  ['x[5m::]', "1:6: parse error: unexpected colon ':'"],
  ['x[foo]', "1:3: parse error: unexpected character in duration expression: 'f'"],
  ['x[5m foo]', "1:6: parse error: unexpected character: 'f', expected ':'"],
  ['x[[5m]]', "1:3: parse error: unexpected character in duration expression: '['"],
  ['x[', '1:3: parse error: unexpected end of input in duration expression'],
  ['x[5m', '1:5: parse error: unclosed left bracket'],
  [
    'x[step]',
    '1:7: parse error: unexpected "]" in subquery or range selector, expected number, duration, step(), or range()',
  ],
  ['x[5m @ 1]', '1:6: parse error: unexpected <op:@> in subquery or range, expected ":" or "]"'],
  ['x[5m:1m @]', '1:9: parse error: unexpected <op:@> in subquery selector, expected "]"'],
  [
    'x[5m:@]',
    '1:6: parse error: unexpected <op:@> in subquery selector, expected number, duration, step(), range(), or "]"',
  ],
  [
    'x offset (5m) + y',
    '1:17: parse error: unexpected identifier "y" in offset, expected number, duration, step(), or range()',
  ],
  ['x offset 5m offset 1m', '1:1: parse error: offset may not be set multiple times'],
  ['x offset 5m[5m]', '1:12: parse error: no offset modifiers allowed before range'],
  ['x @ 1 @ 1', '1:1: parse error: @ <timestamp> may not be set multiple times'],
  ['x @ -start()', '1:6: parse error: unexpected "start" in @, expected timestamp'],
  [
    '1 @ 1',
    '1:1: parse error: @ modifier must be preceded by an instant vector selector or range vector selector or a subquery',
  ],
  ['x anchored smoothed', '1:1: parse error: anchored and smoothed modifiers cannot be used together'],
  ['sum(x) anchored', '1:1: parse error: anchored modifier not implemented'],
  ['x[5m:] smoothed', '1:1: parse error: smoothed modifier is not supported for subqueries'],
  ['a + fill(x) b', '1:10: parse error: unexpected identifier "x"'],
  ['a + fill(1) fill_left(2) b', '1:13: parse error: unexpected <fill_left>'],
  ['1 + fill(0) a', '1:1: parse error: filling in missing series only allowed between instant vectors'],
  ['a and fill(0) b', '1:1: parse error: filling in missing series not allowed for set operators'],
  ['1 + on (x) a', '1:1: parse error: vector matching only allowed between instant vectors'],
  ['sum by (inf) (x)', '1:9: parse error: unexpected number "inf" in grouping opts, expected label'],
  ['sum by (without) (x)', '1:9: parse error: unexpected <without> in grouping opts, expected label'],
  ['sum by ("") (x)', '1:9: parse error: invalid label name for grouping: ""'],
  ['sum(x y)', '1:7: parse error: unexpected identifier "y" in aggregation'],
  ['sum(rate(x[5m] y))', '1:16: parse error: unexpected identifier "y" in aggregation'],
  ['a:b(x)', '1:4: parse error: unexpected "("'],
  ['a:b c:d', '1:5: parse error: unexpected metric identifier "c:d"'],
  ['x BY (a)', '1:3: parse error: unexpected <BY>'],
  ['f(x,,y)', '1:4: parse error: trailing commas not allowed in function call args'],
  ['x{"a" "b"}', '1:7: parse error: unexpected string "\\"b\\"" in label matching, expected "," or "}"'],
  ['x{"y"}', '1:1: parse error: metric name must not be set twice: "x" or "y"'],
  ['info(x, y)', '1:9: parse error: expected label selectors only, got vector selector instead'],
  ['info(x, (y))', '1:9: parse error: expected label selectors only'],
  ['info(x, 1)', '1:1: parse error: expected type instant vector in call to function "info", got scalar'],
  ['"\\400"', '1:1: parse error: escape sequence is an invalid Unicode code point'],
  ['"\\xz"', "1:1: parse error: illegal character U+007A 'z' in escape sequence"],
  ['"\\', '1:1: parse error: escape sequence not terminated'],
  ['x\u00a0', "1:2: parse error: unexpected character: '\\u00a0'"],
  ["x'", '1:2: parse error: unterminated quoted string'],
  ['sum(\n  rate(x[5m]),\n  é)', "3:3: parse error: unexpected character: 'é'"],
  ['"é\u{1F600}" +\n1 == 1', '1:1: parse error: binary expression must contain only scalar and instant vector types'],
];

describe('the grammar', () => {
  it.each(ACCEPTED)('has %s', (query) => {
    expect(() => parseExpr(query, { checkTypes: query !== 'x[5m] @ 1 anchored' })).not.toThrow();
  });

  it.each(REFUSED)('has no %j: %s', (query, message) => {
    let error: unknown;
    try {
      parseExpr(query);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PromqlSyntaxError);
    expect(error).toHaveProperty('message', message);
  });
});
