import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueMapping } from '../dashboard/FieldOptions.ts';
import { displayValue, valueColor } from './displayValue.ts';
import { findMapping } from './findMapping.ts';
import { absoluteThresholds } from './findThreshold.ts';
import { patternProblem } from './matchPattern.ts';
import { ValueFormatter } from './ValueFormatter.ts';

const formatter = new ValueFormatter({ locale: 'en-US' });
const textOf = (value: number | string | undefined, ...mappings: readonly ValueMapping[]): string | undefined =>
  findMapping(value, mappings)?.text;

describe('findMapping', () => {
  it.each<[string, number | string | undefined, ValueMapping, string | undefined]>([
    ['a value', 1, { value: 1, text: 'Up' }, 'Up'],
    ['another value', 2, { value: 1, text: 'Up' }, undefined],
    ['the text of a value', '1', { value: 1, text: 'Up' }, 'Up'],
    ['an empty text, which is not 0', '', { value: 0, text: 'Down' }, undefined],
    ['a gap, which is not 0', undefined, { value: 0, text: 'Down' }, undefined],
    ['NaN as a value', Number.NaN, { value: Number.NaN, text: 'idle' }, 'idle'],
    ['a text that is no number', 'x', { value: Number.NaN, text: 'idle' }, undefined],
    ['the lower end of a range', 10, { from: 10, to: 20, text: 'ok' }, 'ok'],
    ['the upper end of a range', 20, { from: 10, to: 20, text: 'ok' }, 'ok'],
    ['what is beyond a range', 20.1, { from: 10, to: 20, text: 'ok' }, undefined],
    ['an open range', -5, { to: 0, text: 'less' }, 'less'],
    ['spaces at 0', '  ', { from: 0, to: 1, text: 'ok' }, undefined],
    ['a text in a range', '15', { from: 10, to: 20, text: 'ok' }, 'ok'],
    ['NaN in a range', Number.NaN, { from: 0, text: 'ok' }, undefined],
    ['a pattern', 'node-12', { pattern: 'node-(\\d+)', text: 'Node $1' }, 'Node 12'],
    ['a pattern that finds a part only', 'my node-12', { pattern: 'node-(\\d+)', text: 'Node $1' }, undefined],
    ['a pattern with alternatives', 'b', { pattern: 'a|b', text: 'either' }, 'either'],
    ['a pattern on a number', 503, { pattern: '5..', text: 'server error' }, 'server error'],
    ['a pattern on a gap', undefined, { pattern: '.*', text: 'any' }, undefined],
    ['a group that found nothing', 'a', { pattern: 'a(b)?', text: '[$1$7]' }, '[]'],
    ['what is no pattern', 'x', { pattern: '(', text: 'any' }, undefined],
    ['a gap', undefined, { special: 'null', text: 'off' }, 'off'],
    ['NaN', Number.NaN, { special: 'nan', text: 'none' }, 'none'],
    ['a gap as either', undefined, { special: 'null+nan', text: 'none' }, 'none'],
    ['NaN as either', Number.NaN, { special: 'null+nan', text: 'none' }, 'none'],
    ['0 as either', 0, { special: 'null+nan', text: 'none' }, undefined],
    ['an infinity', Number.NEGATIVE_INFINITY, { special: 'inf', text: '∞' }, '∞'],
    ['an empty text', '', { special: 'empty', text: '(empty)' }, '(empty)'],
    ['no condition', 1, { text: 'any' }, undefined],
  ])('maps %s', (_, value, mapping, text) => {
    expect(textOf(value, mapping)).toBe(text);
  });

  it('gives patterns that would take for ever, and texts that nobody wrote, no time', () => {
    expect(textOf('a'.repeat(60), { pattern: '(a+)+b', text: 'x' })).toBeUndefined();
    expect(textOf('a'.repeat(10_000), { pattern: 'a*a*a*a*b', text: 'x' })).toBeUndefined();
  });

  it.each([
    '(a|a)*b',
    '(a|aa)+b',
    '((a+)c?)+b',
    '(a?){30}a{30}b',
    'a*a*a*a*a*a*a*a*a*a*b',
    '[^](a+)+[b]',
    '\\Q(a+)+\\Eb',
  ])('takes no time without end for %s', (pattern) => {
    expect(patternProblem(pattern)).toMatch(/repeats so much|of both RE2 and JavaScript/);
    expect(textOf('a'.repeat(30), { pattern, text: 'x' })).toBeUndefined();
  });

  it.each([
    ['.*foo.*bar.*', 'a foo, a bar'],
    ['\\d+\\.\\d+\\.\\d+\\.\\d+', '10.0.0.255'],
    ['(\\d{1,3}\\.){3}\\d{1,3}', '10.0.0.255'],
    ['https?://[^/]+/.*', 'https://a.example/b'],
    ['(up|down) (since|for) .+', 'up since noon'],
  ])('matches what people write: %s', (pattern, text) => {
    expect(patternProblem(pattern)).toBeUndefined();
    expect(textOf(text, { pattern, text: 'x' })).toBe('x');
  });

  it('looks at texts as long as a pattern leaves it time for', () => {
    const found = (length: number, pattern: string): unknown =>
      textOf(`${'a'.repeat(length)}b`, { pattern, text: 'x' });
    expect([999, 1000].map((length) => found(length, 'a*b'))).toEqual(['x', undefined]);
    expect([200, 999].map((length) => found(length, '(?:x|a*)a*a*b'))).toEqual(['x', undefined]);
  });

  it('takes the first that applies, as a search from the front does', () => {
    const mapping: fc.Arbitrary<ValueMapping> = fc.oneof(
      fc.record({ value: fc.integer({ min: -3, max: 3 }), text: fc.string({ minLength: 1, maxLength: 3 }) }),
      fc.record({
        from: fc.integer({ min: -3, max: 3 }),
        to: fc.integer({ min: -3, max: 3 }),
        text: fc.string({ minLength: 1, maxLength: 3 }),
      }),
      fc.record({ special: fc.constantFrom('null', 'nan', 'inf', 'empty'), text: fc.string({ minLength: 1 }) }),
    );
    const anyValue = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(Number.NaN, undefined, '', 'x', '2'));
    fc.assert(
      fc.property(fc.array(mapping, { maxLength: 6 }), anyValue, (mappings, value) => {
        const first = mappings.find((one) => findMapping(value, [one]) !== undefined);
        expect(findMapping(value, mappings)).toBe(first);
      }),
    );
  });
});

describe('the way a value is shown', () => {
  it('maps gaps and texts, and shows a text without a mapping as it is', () => {
    const mappings: readonly ValueMapping[] = [
      { special: 'null', text: 'off', color: 'neutral' },
      { pattern: 'ok|fine', text: 'Good', color: 'good' },
    ];
    const shown = (value: number | string | undefined): unknown => {
      const { text, color } = displayValue(value, { mappings, noValue: 'none', unit: 's' }, formatter);
      return [text, color];
    };
    expect([undefined, 'fine', 'bad', 90].map(shown)).toEqual([
      ['off', 'neutral'],
      ['Good', 'good'],
      ['bad', undefined],
      ['1.5\u00a0min', undefined],
    ]);
  });

  it('reads thresholds as percents of the way from min to max', () => {
    const field = {
      min: 200,
      max: 400,
      thresholdsMode: 'percent',
      thresholds: [{ color: 'good' }, { value: 50, color: 'warning' }, { value: 90, color: 'critical' }],
    } as const;
    expect(absoluteThresholds(field)?.map(({ value }) => value)).toEqual([undefined, 300, 380]);
    expect([299, 300, 380].map((value) => valueColor(value, field))).toEqual(['good', 'warning', 'critical']);
    const { min: _, max: __, ...open } = field;
    expect(absoluteThresholds({ ...open, extent: { min: 0, max: 10 } })?.[1]?.value).toBe(5);
    expect(absoluteThresholds(open)?.[1]?.value).toBe(50);
    expect(absoluteThresholds({ ...open, unit: 'percentunit' })?.[1]?.value).toBe(0.5);
  });

  it('has the fixed colour, or the one of its place on a scale, before those of thresholds', () => {
    const thresholds = [{ color: 'good' }];
    const colorOf = (value: number, color: object): string | undefined =>
      valueColor(value, { thresholds, min: 0, max: 10, color: { by: 'series', ...color } });
    expect(colorOf(3, { by: 'fixed', color: 'series-4' })).toBe('series-4');
    expect(colorOf(3, {})).toBe('good');
    expect(colorOf(3, { by: 'thresholds' })).toBe('good');
    expect([-1, 3, 99].map((value) => colorOf(value, { by: 'scale', scale: 'viridis' }))).toEqual([
      'viridis@0.000',
      'viridis@0.300',
      'viridis@1.000',
    ]);
    expect(valueColor(5, { min: 5, max: 5, color: { by: 'scale' } })).toBe('blues@0.000');
    expect(valueColor(Number.NaN, { color: { by: 'scale' } })).toBeUndefined();
  });

  it('takes the colour of a mapping before all others', () => {
    const field = {
      color: { by: 'fixed', color: 'good' },
      mappings: [{ value: 1, text: 'x', color: 'critical' }],
    } as const;
    expect(displayValue(1, field, formatter).color).toBe('critical');
  });
});
