import { describe, expect, it } from 'vitest';
import type { FieldOptions } from '../dashboard/FieldOptions.ts';
import type { FieldMatcher } from '../dashboard/FieldOverride.ts';
import { type FieldSubject, resolveField, resolveStyle } from './resolveField.ts';

const subject: FieldSubject = { name: 'errors of api', refId: 'B', kind: 'number' };
const field: FieldOptions = { unit: 'reqps', decimals: 1 };
const applies = (match: FieldMatcher): boolean =>
  resolveField(field, [{ match, field: { unit: 's' } }], subject)?.unit === 's';

describe('overrides', () => {
  it.each<[FieldMatcher, boolean]>([
    [{ by: 'name', value: 'errors of api' }, true],
    [{ by: 'name', value: 'errors' }, false],
    [{ by: 'pattern', value: '^errors' }, true],
    [{ by: 'pattern', value: '^api' }, false],
    [{ by: 'pattern', value: '(' }, false],
    [{ by: 'pattern', value: '(r+)+$' }, false],
    [{ by: 'query', value: 'B' }, true],
    [{ by: 'query', value: 'A' }, false],
    [{ by: 'type', value: 'number' }, true],
    [{ by: 'type', value: 'string' }, false],
  ])('by %j apply: %s', (match, expected) => {
    expect(applies(match)).toBe(expected);
  });

  it('are taken together option by option, the later one first', () => {
    const overrides = [
      { match: { by: 'query', value: 'B' }, field: { unit: 's', min: 0 }, style: { dash: 'dash', lineWidth: 1 } },
      { match: { by: 'name', value: 'another' }, field: { max: 9 }, style: { dash: 'dot' } },
      { match: { by: 'pattern', value: 'api' }, field: { unit: 'ms' }, style: { lineWidth: 3 } },
    ] as const;
    expect(resolveField(field, overrides, subject)).toEqual({ unit: 'ms', decimals: 1, min: 0 });
    expect(resolveStyle(overrides, subject)).toEqual({ dash: 'dash', lineWidth: 3 });
  });

  it('leave the options of the widget as they are where none applies', () => {
    expect(resolveField(field, [{ match: { by: 'name', value: 'x' }, field: { unit: 's' } }], subject)).toBe(field);
    expect(resolveField(undefined, undefined, subject)).toBeUndefined();
    expect(resolveStyle([{ match: { by: 'name', value: 'x' }, style: { a: 1 } }], subject)).toBeUndefined();
  });
});
