import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DurationExpr, Expr, VectorMatching, VectorSelector } from './ast.ts';
import { formatExpr } from './formatExpr.ts';
import type { Matcher } from './Matcher.ts';
import { parseExpr } from './parseExpr.ts';
import { printExpr } from './printExpr.ts';
import { aggregatorParameters, functionSignatures } from './signatures.ts';
import { sortMatchers } from './sortMatchers.ts';

const place = { start: 0, end: 0 } as const;

const oddName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => !/\p{Cs}/u.test(text));
const plainName = fc.constantFrom(
  ...'a job le sum by on offset and bool inf nan start fill without group_left Ünï'.split(' '),
);
const labelName = fc.oneof(plainName, oddName);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('"', '\\', "'", '`', '\n', 'a"b\\c|d.*', '\u{1F600}'),
);
const metricName = fc.constantFrom(
  'x',
  'a:b',
  ':c',
  'sum',
  'by',
  'offset',
  'and',
  'start',
  'fill',
  'anchored',
  'STEP',
  '_1',
);

const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 1e6, 1e21, 1e300, 5e-324, 0.1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

const ms = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }),
  fc.integer({ min: 1, max: 2 ** 40 }),
  fc.constantFrom(60_000, 86_400_000),
);

const literal = (isNumber: boolean): fc.Arbitrary<DurationExpr> =>
  ms.map((value) => ({ type: 'durationLiteral', seconds: value / 1000, ...(isNumber ? { isNumber } : {}), ...place }));

const { computed } = fc.letrec<{ computed: DurationExpr }>((tie) => ({
  computed: fc.oneof(
    { maxDepth: 3 },
    fc
      .constantFrom('step' as const, 'range' as const)
      .map((name): DurationExpr => ({ type: 'durationSource', name, ...place })),
    fc
      .tuple(
        fc.constantFrom(...(['+', '-', '*', '/', '%', '^'] as const)),
        fc.oneof(tie('computed'), literal(true)),
        fc.oneof(tie('computed'), literal(false)),
      )
      .map(([operator, left, right]): DurationExpr => ({ type: 'durationBinary', operator, left, right, ...place })),
    fc
      .tuple(fc.constantFrom('min_of' as const, 'max_of' as const), tie('computed'), literal(true))
      .map(([name, left, right]): DurationExpr => ({ type: 'durationChoice', name, left, right, ...place })),
    tie('computed').map((expr): DurationExpr => ({ type: 'durationUnary', operator: '-', expr, ...place })),
  ),
}));

const duration = fc.oneof({ arbitrary: literal(false), weight: 4 }, computed);
const offset = fc.oneof(
  duration,
  ms.map((value): DurationExpr => ({ type: 'durationLiteral', seconds: -value / 1000, ...place })),
);
const at = fc.oneof(
  fc.integer({ min: -1e13, max: 1e13 }).map((timeMs) => ({ type: 'timestamp' as const, timeMs })),
  fc.constantFrom({ type: 'start' as const }, { type: 'end' as const }),
);

const modifiers = fc.record({ at, offset }, { requiredKeys: [] });
const edges = fc.record({ edges: fc.constantFrom('anchored' as const, 'smoothed' as const) }, { requiredKeys: [] });

const matcher: fc.Arbitrary<Matcher> = fc.oneof(
  fc.record({ name: labelName, operator: fc.constantFrom('=' as const, '!=' as const), value: text }),
  fc.record({
    name: labelName,
    operator: fc.constantFrom('=~' as const, '!~' as const),
    value: fc.constantFrom('a.*', '(b|c)+', String.raw`\d"`, ''),
  }),
);

const vectorSelector: fc.Arbitrary<VectorSelector> = fc
  .tuple(fc.option(metricName), fc.boolean(), fc.array(matcher, { maxLength: 3 }), modifiers, edges)
  .map(([name, isNameInBraces, matchers, ...modified]) => ({
    type: 'vectorSelector',
    matchers: name === null ? matchers : [{ name: '__name__', operator: '=', value: name }, ...matchers],
    ...(name !== null && isNameInBraces ? { isNameInBraces } : {}),
    ...Object.assign({}, ...modified),
    ...place,
  }));

const labels = fc.array(labelName, { maxLength: 3 });
const fills = fc.record({ fillLeft: number, fillRight: number }, { requiredKeys: [] });
const matching: fc.Arbitrary<VectorMatching | undefined> = fc
  .tuple(
    fc.constantFrom('on' as const, 'ignoring' as const),
    labels,
    fc.constantFrom(undefined, 'left' as const, 'right' as const),
    labels,
    fills,
  )
  .map(([mode, names, group, include, filled]) => {
    const isImplied =
      mode === 'ignoring' && names.length === 0 && group === undefined && Object.keys(filled).length === 0;
    if (isImplied) return undefined;
    return {
      mode,
      labels: names,
      include: group === undefined ? [] : include,
      ...(group === undefined ? {} : { group }),
      ...filled,
    };
  });

const operator = fc.constantFrom(
  ...([
    'or',
    'and',
    'unless',
    '==',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    '</',
    '>/',
    '+',
    '-',
    '*',
    '/',
    '%',
    'atan2',
    '^',
  ] as const),
);

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  number.map((value): Expr => ({ type: 'number', value, isDuration: false, ...place })),
  fc
    .tuple(ms, fc.constantFrom(1, -1))
    .map(([value, sign]): Expr => ({ type: 'number', value: (value * sign) / 1000, isDuration: true, ...place })),
  text.map((value): Expr => ({ type: 'string', value, ...place })),
  vectorSelector,
  fc
    .tuple(vectorSelector, duration)
    .map(([selector, range]): Expr => ({ type: 'matrixSelector', selector, range, ...place })),
);

const { expr } = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(operator, tie('expr'), tie('expr'), fc.boolean(), matching).map(
      ([op, left, right, isBool, paired]): Expr => ({
        ...{ type: 'binary', operator: op, left, right, isBool },
        ...(paired === undefined ? {} : { matching: paired }),
        ...place,
      }),
    ),
    tie('expr')
      .filter(({ type }) => type !== 'number')
      .map((inner): Expr => ({ type: 'unary', operator: '-', expr: inner, ...place })),
    fc.tuple(tie('expr'), duration, fc.option(duration, { nil: undefined }), modifiers).map(
      ([inner, range, step, modified]): Expr => ({
        ...{ type: 'subquery', expr: inner, range },
        ...(step === undefined ? {} : { step }),
        ...modified,
        ...place,
      }),
    ),
    fc
      .tuple(fc.constantFrom(...functionSignatures.keys()), fc.array(tie('expr'), { maxLength: 3 }))
      .map(([name, args]): Expr => ({ type: 'call', name, args, ...place })),
    fc.tuple(fc.constantFrom(...aggregatorParameters), tie('expr'), tie('expr'), labels, fc.boolean()).map(
      ([[name, type], inner, parameter, grouping, isWithout]): Expr => ({
        ...{ type: 'aggregation', name, expr: inner, grouping, isWithout },
        ...(type === undefined ? {} : { parameter }),
        ...place,
      }),
    ),
  ),
}));

/** Returns the tree without positions, and without the parentheses that a built one has to be given. */
function shapeOf(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(shapeOf);
  const { type, expr: inner } = node as { readonly type?: unknown; readonly expr?: unknown };
  if (type === 'paren' || type === 'durationParen') return shapeOf(inner);
  const entries = Object.entries(node).filter(
    ([key, value]) => key !== 'start' && key !== 'end' && value !== undefined,
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, shapeOf(value)]));
}

const read = (source: string): Expr => parseExpr(source, { checkTypes: false });

describe('printExpr', () => {
  it('is read as the same tree, whatever the tree', () => {
    fc.assert(
      fc.property(expr, (tree) => {
        const printed = printExpr(tree);
        expect(shapeOf(read(printed))).toEqual(shapeOf(tree));
        expect(printExpr(read(printed))).toBe(printed);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['1e6', '1000000'],
    ['0.00000001', '0.00000001'],
    ['1e-7 + 1e21', '0.0000001 + 1000000000000000000000'],
    ['Inf - -inf * nAn', '+Inf - -Inf * NaN'],
    ['--1 + +2', '1 + 2'],
    ['Inf ^ 2', 'Inf ^ 2'],
    ['-1 ^ 2', '-1 ^ 2'],
    ['(-1) ^ 2', '(-1) ^ 2'],
    ['{__name__="load"}', '{__name__="load"}'],
    ['{"load",a="b"}', '{__name__="load",a="b"}'],
    ['sum', 'sum'],
    ['x offset 0s', 'x'],
    ['x offset +5m', 'x offset 5m'],
    ['x offset 300', 'x offset 5m'],
    ['x[300:60] offset -(5)', 'x[5m:1m] offset -(5)'],
    ['x[step()*2+1m]', 'x[step() * 2 + 1m]'],
    ['x @ 5 smoothed offset 5m', 'x @ 5.000 smoothed offset 5m'],
    ['x[5m] @ 5 smoothed', 'x[5m] smoothed @ 5.000'],
    ['x smoothed[5m]', 'x[5m] smoothed'],
    ['a + fill(1e6) b', 'a + fill (1e+06) b'],
    ['a + fill_left(1) fill_right(1) b', 'a + fill (1) b'],
    ['a + fill_right(0.00001) fill_left(-Inf) b', 'a + fill_left (-Inf) fill_right (1e-05) b'],
    ['a + fill(NaN) b', 'a + fill_left (NaN) fill_right (NaN) b'],
    ['sum by () (x)', 'sum(x)'],
    ['SUM(x) BY ("a.b")', 'sum by ("a.b") (x)'],
    ['a * on (x) group_left b', 'a * on (x) group_left () b'],
    ['"\\u00a0\\u200d\\U000E0001é"', '"\\u00a0\\u200d\\U000e0001é"'],
  ])('prints %s as %s', (source, printed) => {
    expect(printExpr(read(source))).toBe(printed);
  });
});

describe('formatExpr', () => {
  it('means the same as what it was made of', () => {
    fc.assert(
      fc.property(expr, (tree) => {
        const sorted = sortMatchers(read(printExpr(tree)));
        const formatted = formatExpr(tree);
        expect(formatExpr(read(formatted))).toBe(formatted);
        expect(printExpr(read(formatted)).replaceAll('+Inf ^', 'Inf ^')).toBe(
          printExpr(sorted).replaceAll('+Inf ^', 'Inf ^'),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('breaks what is longer than 100 characters', () => {
    const selector = `http_requests_total{${'job="a-long-value",'.repeat(3)}}`;
    expect(formatExpr(read(`sum by (job) (rate(${selector}[5m])) / -topk(5, ${selector} > 123456789012345)`))).toBe(
      [
        '  sum by (job) (',
        `    rate(http_requests_total{${Array(3).fill('job="a-long-value"').join(',')}}[5m])`,
        '  )',
        '/',
        '  -topk(',
        '    5,',
        `    http_requests_total{${Array(3).fill('job="a-long-value"').join(',')}} > 123456789012345`,
        '  )',
      ].join('\n'),
    );
    expect(formatExpr(read('up{b="1",a="2"}'))).toBe('up{a="2",b="1"}');
  });
});
