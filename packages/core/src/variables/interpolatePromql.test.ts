import { type Expr, parseExpr, selectorsIn } from '@glasspane/promql/syntax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolatePromql } from './interpolatePromql.ts';
import { VariableError } from './VariableError.ts';

const cases: readonly (readonly [
  what: string,
  expr: string,
  variables: Record<string, string | string[]>,
  expected: string,
])[] = [
  ['a value in a matcher stands for itself', 'up{job="$job"}', { job: 'a.b' }, 'up{job="a.b"}'],
  ['braces and text around', `up{job='pre-\${job}_post'}`, { job: 'x' }, 'up{job="pre-x_post"}'],
  ['several values turn = into =~', 'up{job="$job"}', { job: ['a.b', 'c'] }, 'up{job=~"a\\\\.b|c"}'],
  ['several values turn != into !~', 'up{job!="$job"}', { job: ['a', 'b'] }, 'up{job!~"a|b"}'],
  [
    'literal text is escaped when = turns into =~',
    'up{job="v1.$job"}',
    { job: ['a', 'b'] },
    'up{job=~"v1\\\\.(?:a|b)"}',
  ],
  [
    'only the matcher concerned turns',
    'up{a="x", job="$job", b="y"}',
    { job: ['a', 'b'] },
    'up{a="x", job=~"a|b", b="y"}',
  ],
  ['one value in a list stays exact', 'up{job="$job"}', { job: ['a'] }, 'up{job="a"}'],
  ['all is .*', 'up{job="$job"}', { job: '$__all' }, 'up{job=~".*"}'],
  ['all is .* within a regular expression', 'up{job=~"x-$job"}', { job: ['$__all'] }, 'up{job=~"x-.*"}'],
  ['a value in a regular expression is escaped', 'up{job=~"($job)s?"}', { job: 'a+b' }, 'up{job=~"(a\\\\+b)s?"}'],
  [
    'several values in a longer regular expression are grouped',
    'up{job=~"x$job"}',
    { job: ['a', 'b'] },
    'up{job=~"x(?:a|b)"}',
  ],
  ['raw puts a pattern in a regular expression', `up{job=~"\${job:raw}"}`, { job: 'a.*' }, 'up{job=~"a.*"}'],
  ['pipe joins patterns', `up{job=~"\${job:pipe}"}`, { job: ['a.*', 'b'] }, 'up{job=~"a.*|b"}'],
  [
    'regex is what a regular expression does anyway',
    `up{job=~"\${job:regex}"}`,
    { job: ['a.', 'b'] },
    'up{job=~"a\\\\.|b"}',
  ],
  ['csv joins to one text', `up{job="\${job:csv}"}`, { job: ['a', 'b'] }, 'up{job="a,b"}'],
  [
    'an escaped dollar of a regular expression is no variable',
    'up{job=~"\\\\$job"}',
    { job: 'x' },
    'up{job=~"\\\\$job"}',
  ],
  ['a backslash before a variable is kept', 'up{path=~"C:\\\\\\\\$dir"}', { dir: 'x' }, 'up{path=~"C:\\\\\\\\x"}'],
  ['raw strings are quoted anew', 'up{job=~`\\d$job`}', { job: '`' }, 'up{job=~"\\\\d`"}'],
  ['\\x24 is a dollar sign', 'up{job="\\x24job"}', {}, 'up{job="\\x24job"}'],
  [
    'a dollar sign without a name is kept',
    'up{job=~"a$|b"} * on (x) label_replace(y, "a", "$1", "b", "(.*)$")',
    {},
    'up{job=~"a$|b"} * on (x) label_replace(y, "a", "$1", "b", "(.*)$")',
  ],
  ['durations', 'rate(x[$d]) + y offset $d + z offset -$d', { d: '5m' }, 'rate(x[5m]) + y offset 5m + z offset -5m'],
  ['parts of durations', `max_over_time(x[\${n}h:\${n}m])`, { n: '2' }, 'max_over_time(x[2h:2m])'],
  [
    'label lists take several names',
    'sum by ($l, job) (x) / on ($l) group_left ($l) y',
    { l: ['a', 'b'] },
    'sum by (a, b, job) (x) / on (a, b) group_left (a, b) y',
  ],
  ['label names in matchers', '{$l="x"}', { l: 'job' }, '{job="x"}'],
  ['metric names and their parts', `$m + node_\${part}_total`, { m: 'up', part: 'cpu' }, 'up + node_cpu_total'],
  ['function names', '$f(x)', { f: 'sum' }, 'sum(x)'],
  ['numbers', 'topk($n, x) > $limit', { n: '5', limit: '1e3' }, 'topk(5, x) > 1e3'],
  ['negative numbers keep together', '$n ^ 2', { n: '-5' }, '(-5) ^ 2'],
  ['fixed times', 'x @ $t', { t: '1609746000' }, 'x @ 1609746000'],
  ['comments are left alone', 'up # $none "\n + $n', { n: '1' }, 'up # $none "\n + 1'],
  ['values are not read again', 'up{a="$a"}', { a: '$b', b: 'x' }, 'up{a="$b"}'],
  [
    'replacements keep the dollar signs of values',
    'label_replace(x, "a", "$1-$v", "b", "$v")',
    { v: '$1' },
    'label_replace(x, "a", "$1-$$1", "b", "\\\\$1")',
  ],
  [
    'what stands before a value in a replacement does not take it in',
    'label_replace(x, "a", "$1$v-$$v-$$$v", "b", "(.*)")',
    { v: '0' },
    `label_replace(x, "a", "\${1}0-$$0-$$0", "b", "(.*)")`,
  ],
  ['brackets of a regular expression take no range', 'up{a=~"[x$v]"}', { v: 'a-z' }, 'up{a=~"[xa\\\\-z]"}'],
  ['closed brackets do not count', 'up{a=~"[a[]$v"}', { v: 'a-z' }, 'up{a=~"[a[]a-z"}'],
  [
    'raw stays a text beside several values',
    `up{a="\${r:raw}-$v"}`,
    { r: '.*', v: ['a', 'b'] },
    'up{a=~"\\\\.\\\\*-(?:a|b)"}',
  ],
  ['an operator that is none stays one', 'up{a=="$v"}', { v: ['a', 'b'] }, 'up{a=="a,b"}'],
];

const failures: readonly (readonly [expr: string, variables: Record<string, string | string[]>, message: RegExp])[] = [
  ['up{job="$none"}', {}, /reads the variable \$none, which does not exist/],
  ['up{job="$toString"}', {}, /\$toString, which does not exist/],
  ['up{job="$job"}', { job: [] }, /\$job has no value/],
  [`up{job="\${job:yaml}"}`, { job: 'x' }, /no format "yaml"; use regex, raw, csv or pipe/],
  ['x[$d]', { d: '5 minutes' }, /\$d stands where the query needs a duration such as 5m, but "5 minutes" is none/],
  ['sum by ($l) (x)', { l: ['a', 'b-c'] }, /\$l stands where the query needs a label name, but "b-c" is none/],
  ['sum by ($l) (x)', { l: '$__all' }, /\$l stands for all values, which only a label matcher can take/],
  ['label_replace(x, "a", "$l", "b", "c")', { l: '$__all' }, /\$l stands for all values/],
  ['x > $n', { n: ['1', '2'] }, /\$n has 2 values, but stands where the query takes one/],
  ['x $op y', { op: 'and' }, /\$op stands where the query needs a number or the name of a metric or function/],
  ['$m', { m: 'up) or vector(1' }, /needs a number or the name of a metric/],
  ['up[5m] $m', { m: 'anchored' }, /needs a number or the name of a metric/],
];

describe('interpolatePromql', () => {
  it.each(cases)('%s', (_, expr, variables, expected) => {
    expect(interpolatePromql(expr, variables)).toBe(expected);
  });

  it.each(failures)('refuses %s with %j', (expr, variables, message) => {
    const act = (): string => interpolatePromql(expr, variables);
    expect(act).toThrow(VariableError);
    expect(act).toThrow(message);
  });

  it('reads a variable named like a property of objects', () => {
    expect(interpolatePromql('up{a="$__proto__"}', Object.fromEntries([['__proto__', 'x']]))).toBe('up{a="x"}');
  });
});

const nasty = fc.constantFrom(...'"\'`\\$|.*+?()[]{}^-,=~!#\n\r\t\0 ', '$x', '\\$', '(?i)', '"}', 'é', '😀', '\u2028');
const value = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '$__all');

function matcherOf(expr: string): { operator: string; value: string } | undefined {
  const [matcher] = selectorsIn(parseExpr(expr)).flatMap(({ matchers }) => matchers.filter(({ name }) => name === 'l'));
  return matcher === undefined ? undefined : { operator: matcher.operator, value: matcher.value };
}

function isMatch(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'su').test(text);
}

describe('a hostile value', () => {
  const v = String.raw`a"b\c|d.*`;

  it('stays a value wherever a text stands', () => {
    expect(interpolatePromql('up{l="$v"}', { v })).toBe(String.raw`up{l="a\"b\\c|d.*"}`);
    expect(interpolatePromql("up{l!~'$v'}", { v })).toBe(String.raw`up{l!~"a\"b\\\\c\\|d\\.\\*"}`);
    expect(interpolatePromql('up{l=`$v`}', { v: [v, 'x'] })).toBe(String.raw`up{l=~"a\"b\\\\c\\|d\\.\\*|x"}`);
    expect(interpolatePromql('label_join(up, "$v", "-", "a")', { v })).toBe(
      String.raw`label_join(up, "a\"b\\c|d.*", "-", "a")`,
    );
    expect(interpolatePromql('{"$v"="x"}', { v })).toBe(String.raw`{"a\"b\\c|d.*"="x"}`);
    expect(interpolatePromql('sum by ("$v") (up)', { v })).toBe(String.raw`sum by ("a\"b\\c|d.*") (up)`);
  });

  it.each([
    'sum by ($v) (up)',
    'up / on ($v) up',
    '{$v="x"}',
    '$v',
    'up[$v]',
    'up offset $v',
    'up @ $v',
    'topk($v, up)',
  ])('is refused in %s', (expr) => {
    expect(() => interpolatePromql(expr, { v })).toThrow(VariableError);
  });
});

describe('any value, by the parser', () => {
  it('is itself in an exact matcher, whatever the quotes', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('"', "'", '`'), fc.constantFrom('=', '!='), (v, quote, operator) => {
        expect(matcherOf(interpolatePromql(`up{l${operator}${quote}$v${quote}}`, { v }))).toEqual({
          operator,
          value: v,
        });
      }),
    );
  });

  it('matches itself only in a regular expression', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom('"', "'", '`'), (v, other, quote) => {
        const pattern = matcherOf(interpolatePromql(`up{l=~${quote}$v${quote}}`, { v }))?.value ?? '';
        expect([isMatch(pattern, v), isMatch(pattern, other)]).toEqual([true, other === v]);
      }),
    );
  });

  it('matches itself only among several, in an exact matcher with text around', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 4 }), value, (v, other) => {
        const matcher = matcherOf(interpolatePromql(`up{l="a.$v-"}`, { v }));
        expect(matcher?.operator).toBe('=~');
        const pattern = matcher?.value ?? '';
        expect(v.map((one) => isMatch(pattern, `a.${one}-`))).toEqual(v.map(() => true));
        expect(isMatch(pattern, `a.${other}-`)).toBe(v.includes(other));
        expect(isMatch(pattern, `ax${v[0]}-`)).toBe(false);
      }),
    );
  });

  it('is itself as a plain string and as a replacement', () => {
    fc.assert(
      fc.property(value, (v) => {
        const expr = 'label_replace(up, "l", "<$v>", "s", "$v")';
        const call = parseExpr(interpolatePromql(expr, { v }));
        const [, , replacement, , regex] = call.type === 'call' ? call.args.map(textOf) : [];
        expect(replacement).toBe(`<${v.replaceAll('$', '$$$$')}>`);
        expect(isMatch(regex ?? '', v)).toBe(true);
      }),
    );
  });

  it.each([
    ['sum by ($v) (up)', (expr: Expr, v: string) => expr.type === 'aggregation' && expr.grouping.join() === v],
    [
      '{$v="x"}',
      (expr: Expr, v: string) =>
        expr.type === 'vectorSelector' && expr.matchers.length === 1 && expr.matchers[0]?.name === v,
    ],
    ['up[$v]', (expr: Expr) => expr.type === 'matrixSelector' && expr.range.type === 'durationLiteral'],
    ['up offset $v', (expr: Expr) => expr.type === 'vectorSelector' && expr.offset !== undefined],
    [
      'up + $v',
      (expr: Expr) => expr.type === 'binary' && ['number', 'vectorSelector', 'paren'].includes(expr.right.type),
    ],
  ] as const)('is one word in %s, or refused', (expr, isOneWord) => {
    const word = fc.oneof(value, fc.stringMatching(/^[-+]?[a-zA-Z0-9_:.]{1,6}$/));
    fc.assert(
      fc.property(word, (v) => {
        let text: string;
        try {
          text = interpolatePromql(expr, { v });
        } catch (error) {
          expect(error).toBeInstanceOf(VariableError);
          return;
        }
        // A zero or backward range is for the parser to refuse; it is one word all the same.
        if (Number(v) === 0 || /^[-+]?0|^-/.test(v)) return;
        expect(isOneWord(parseExpr(text, {}), v)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const textOf = (expr: Expr): string => (expr.type === 'string' ? expr.value : '');
