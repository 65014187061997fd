import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame, NumberField } from '../../frame/Frame.ts';
import { resultsOf, seriesFrames, tableFrames } from '../../testing/arbitraryResults.ts';
import { numberField, rangeFrame } from '../../testing/frames.ts';
import { applyTransformations } from '../applyTransformations.ts';
import { fieldNames } from '../columns/fieldNames.ts';
import type { Transformation } from '../Transformation.ts';
import type { TransformResult } from '../TransformResult.ts';
import type { Calculation } from './calculateField.ts';

const results: readonly TransformResult[] = [
  {
    refId: 'A',
    frame: rangeFrame(
      [1, 2],
      ['a', 'b', 'c'].map((host, index) => numberField({ __name__: 'up', host }, [index, index])),
    ),
  },
];
const names = (step: Transformation, of = results): readonly string[] =>
  applyTransformations(of, [step]).flatMap(fieldNames);

describe('organize', () => {
  it('orders, hides and renames fields by the names that people see', () => {
    const step: Transformation = { type: 'organize', order: ['c', 'time'], hide: ['b'], rename: { a: 'First', c: '' } };
    expect(names(step)).toEqual(['', 'time', 'First']);
  });

  it('keeps labels, so that a renamed series keeps its colour', () => {
    const [result] = applyTransformations(results, [{ type: 'organize', rename: { a: 'First' } }]);
    expect(result?.frame.fields[1]).toMatchObject({ displayName: 'First', labels: { host: 'a' } });
  });

  it('changes nothing the second time, and no value', () => {
    const step: Transformation = { type: 'organize', order: ['y', 'a'], hide: ['zone', 'b'] };
    fc.assert(
      fc.property(fc.oneof(resultsOf(tableFrames), resultsOf(seriesFrames)), (some) => {
        const once = applyTransformations(some, [step]);
        for (const [index, { frame }] of once.entries()) {
          expect(frame.length).toBe(some[index]?.frame.length);
          expect(frame.fields.every((field) => some[index]?.frame.fields.includes(field))).toBe(true);
        }
        // Hiding may change what tells series apart, and so the names of those that stay.
        const texts = once.filter(({ frame }) => frame.fields.every(({ kind }) => kind !== 'number'));
        expect(applyTransformations(texts, [step])).toEqual(texts);
      }),
    );
  });
});

describe('filterByName', () => {
  it('keeps fields by name or pattern, and moments with them', () => {
    expect(names({ type: 'filterByName', names: ['b', 'nope'] })).toEqual(['time', 'up']);
    expect(names({ type: 'filterByName', pattern: '[ac]' })).toEqual(['time', 'a', 'c']);
    expect(names({ type: 'filterByName', pattern: '[ac]', isExcluding: true })).toEqual(['time', 'up']);
    expect(names({ type: 'filterByName', names: ['time', 'a'], isExcluding: true })).toEqual(['b', 'c']);
  });

  it('keeps or leaves out each field', () => {
    fc.assert(
      fc.property(resultsOf(tableFrames), (some) => {
        const kept = applyTransformations(some, [{ type: 'filterByName', names: ['x', 'host'] }]);
        const left = applyTransformations(some, [{ type: 'filterByName', names: ['x', 'host'], isExcluding: true }]);
        for (const [index, { frame }] of some.entries()) {
          const both = [...(kept[index]?.frame.fields ?? []), ...(left[index]?.frame.fields ?? [])];
          expect(new Set(both)).toEqual(new Set(frame.fields));
          expect(both).toHaveLength(frame.fields.length);
        }
      }),
    );
  });
});

describe('renameByRegex', () => {
  const rename = (name: string, pattern: string, replacement: string): string => {
    const frame: Frame = { length: 0, fields: [{ kind: 'string', name, values: [] }] };
    return names({ type: 'renameByRegex', pattern, replacement }, [{ refId: 'A', frame }]).join();
  };

  it.each([
    ['cpu_user_total', '_total$', '', 'cpu_user'],
    ['cpu user', '(\\w+) (\\w+)', '$2 $1', 'user cpu'],
    ['price', 'p', '$$', '$rice'],
    ['abc', 'b', '<$&>', 'a<b>c'],
    ['abc', 'x', 'y', 'abc'],
    ['abc', '(x)?b', '[$1]', 'a[]c'],
    ['aaa', 'a', 'b', 'baa'],
    ['line\nbreak', 'k$', '!', 'line\nbrea!'],
  ])('renames %j by %j and %j to %j', (name, pattern, replacement, expected) => {
    expect(rename(name, pattern, replacement)).toBe(expected);
  });

  it('finds what a plain search finds first', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('a+', '[a-f]{2}', '\\d', 'b|ab', '^.', '.$'),
        (name, pattern) => {
          expect(rename(name, pattern, '<$&>')).toBe(name.replace(new RegExp(pattern, 'u'), '<$&>'));
        },
      ),
    );
  });

  it('answers at once to patterns that would keep a backtracking engine for ever', () => {
    const name = 'a'.repeat(10_000);
    for (const pattern of ['(a+)+$x', '(a|a)*b', '(.*)*x', '(a{1,30}){1,30}b']) {
      expect(rename(name, pattern, '')).toBe(name);
    }
  });
});

describe('calculateField', () => {
  const frame = rangeFrame([1, 2, 3], [numberField({}, [1, undefined, -4], 'x'), numberField({}, [2, 3, 0], 'y')]);
  const calculate = (calculation: Calculation): NumberField => {
    const [result] = applyTransformations([{ refId: 'A', frame }], [{ type: 'calculateField', calculation }]);
    return result?.frame.fields.at(-1) as NumberField;
  };
  const x = { field: 'x' };
  const y = { field: 'y' };

  it.each<[Calculation, string, readonly number[]]>([
    [{ mode: 'binary', left: x, operator: '+', right: y }, 'x + y', [3, Number.NaN, -4]],
    [{ mode: 'binary', left: x, operator: '/', right: y }, 'x / y', [0.5, Number.NaN, Number.NEGATIVE_INFINITY]],
    [{ mode: 'binary', left: { value: 10 }, operator: '-', right: y }, '10 - y', [8, 7, 10]],
    [{ mode: 'binary', left: y, operator: '^', right: { value: 2 } }, 'y ^ 2', [4, 9, 0]],
    [{ mode: 'binary', left: y, operator: '%', right: { value: 2 } }, 'y % 2', [0, 1, 0]],
    [{ mode: 'binary', left: { value: 2 }, operator: '*', right: { value: 3 } }, '2 * 3', [6, 6, 6]],
    [{ mode: 'unary', operator: 'abs', field: 'x' }, 'abs(x)', [1, Number.NaN, 4]],
    [{ mode: 'unary', operator: 'sqrt', field: 'x' }, 'sqrt(x)', [1, Number.NaN, Number.NaN]],
    [{ mode: 'reduce', reducer: 'sum' }, 'sum', [3, 3, -4]],
    [{ mode: 'reduce', reducer: 'count', fields: ['x'] }, 'count', [1, Number.NaN, 1]],
    [{ mode: 'index' }, 'index', [0, 1, 2]],
  ])('calculates %j', (calculation, name, values) => {
    const field = calculate(calculation);
    expect([field.displayName, [...field.values]]).toEqual([name, values]);
  });

  it('takes the field of an operand that has a number as well', () => {
    const left = { field: 'x', value: 100 } as unknown as { readonly field: string };
    const sum = calculate({ mode: 'binary', left, operator: '+', right: y });
    expect([...sum.values]).toEqual([3, Number.NaN, -4]);
  });

  it('tells a gap from a number that there is none of', () => {
    expect(calculate({ mode: 'binary', left: x, operator: '*', right: y }).gaps).toEqual(Uint8Array.of(0, 1, 0));
    expect(calculate({ mode: 'unary', operator: 'sqrt', field: 'x' }).gaps).toEqual(Uint8Array.of(0, 1, 0));
  });

  it('takes the name it is given, and puts itself in the place of the others', () => {
    const step: Transformation = {
      type: 'calculateField',
      calculation: { mode: 'index' },
      name: 'No.',
      isReplacing: true,
    };
    expect(names(step, [{ refId: 'A', legend: 'all {{host}}', frame }])).toEqual(['time', 'No.']);
  });

  it('sums as adding one by one does, and undoes what it does', () => {
    fc.assert(
      fc.property(tableFrames, (table) => {
        const steps: readonly Transformation[] = [
          { type: 'calculateField', calculation: { mode: 'binary', left: x, operator: '+', right: y }, name: 'sum' },
          { type: 'calculateField', calculation: { mode: 'unary', operator: 'negate', field: 'sum' }, name: 'minus' },
          { type: 'calculateField', calculation: { mode: 'unary', operator: 'negate', field: 'minus' }, name: 'again' },
        ];
        const [made] = applyTransformations([{ refId: 'A', frame: table }], steps);
        const [, , a, b, sum, , again] = (made?.frame.fields ?? []) as readonly NumberField[];
        expect(sum?.values).toEqual(a?.values.map((value, row) => value + (b?.values[row] ?? 0)));
        expect(again?.values.map((value) => value + 0)).toEqual(sum?.values.map((value) => value + 0));
      }),
    );
  });

  it('says that texts are nothing to calculate with, and that results are to be joined first', () => {
    const table: TransformResult = {
      refId: 'A',
      frame: { length: 1, fields: [{ kind: 'string', name: 'host', values: ['a'] }] },
    };
    const negate: Transformation = {
      type: 'calculateField',
      calculation: { mode: 'unary', operator: 'negate', field: 'host' },
    };
    expect(() => applyTransformations([table], [negate])).toThrow('"host" has no numbers to calculate with');
    const ratio: Transformation = {
      type: 'calculateField',
      calculation: { mode: 'binary', left: x, operator: '/', right: { field: 'z' } },
    };
    const other = { refId: 'B', frame: rangeFrame([1], [numberField({}, [1], 'z')]) };
    expect(() => applyTransformations([{ refId: 'A', frame }, other], [ratio])).toThrow(
      'no result has "x", "z" together; join the results first (joinByField)',
    );
  });
});
