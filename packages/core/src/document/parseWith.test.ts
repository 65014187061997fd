import { describe, expect, it } from 'vitest';
import * as full from 'zod';
import * as z from 'zod/mini';
import { InvalidDocumentError } from '../errors/InvalidDocumentError.ts';
import { parseWith } from './parseWith.ts';

const issuesOf = (schema: z.core.$ZodType, input: unknown): unknown => {
  try {
    return parseWith(schema, 'thing', input);
  } catch (error) {
    return error instanceof InvalidDocumentError ? error.issues : error;
  }
};

const long = 'x'.repeat(60);

describe('parseWith', () => {
  it.each<[string, z.core.$ZodType, unknown, string]>([
    ['a type', z.string(), 5, 'expected a text, found 5'],
    ['a missing value', z.number(), undefined, 'expected a number, found nothing'],
    ['a list', z.array(z.string()), {}, 'expected a list, found an object'],
    ['an object', z.object({}), [], 'expected an object, found a list'],
    ['a truth', z.boolean(), 'yes', 'expected true or false, found "yes"'],
    ['a long text', z.number(), long, `expected a number, found "${'x'.repeat(40)}…"`],
    ['a function', z.string(), () => 1, 'expected a text, found a function'],
    ['a whole number', z.int(), 1.5, 'expected a whole number, found 1.5'],
    ['a type without a name of ours', z.date(), 1, 'expected date, found 1'],
    ['one of several', z.enum(['a', 'b', 'c']), 'd', 'expected "a", "b" or "c", found "d"'],
    ['a fixed value', z.literal(1), 2, 'expected 1, found 2'],
    ['an empty text', z.string().check(z.minLength(1)), '', 'must not be empty'],
    ['a short text', z.string().check(z.minLength(3)), 'ab', 'expected a text of at least 3 characters, found "ab"'],
    ['a long text', z.string().check(z.maxLength(1)), 'ab', 'expected a text of at most 1 characters, found "ab"'],
    ['a short list', z.array(z.string()).check(z.minLength(2)), ['a'], 'expected at least 2 entries'],
    ['a small number', z.number().check(z.minimum(1)), 0, 'expected at least 1, found 0'],
    ['a number on its open bound', z.number().check(z.gt(1)), 1, 'expected more than 1, found 1'],
    ['a number on its other open bound', z.number().check(z.lt(1)), 1, 'expected less than 1, found 1'],
    ['a multiple', z.number().check(z.multipleOf(5)), 7, 'expected a multiple of 5, found 7'],
    ['a pattern', z.string().check(z.regex(/^a$/)), 'b', 'expected a text of the form "/^a$/", found "b"'],
    ['a format', z.email(), 'b', 'expected a text of the form "email", found "b"'],
    ['unknown fields', z.strictObject({}), { a: 1, b: 2 }, 'has fields that are not known here: "a", "b"'],
    [
      'a union',
      z.union([z.string(), z.number()]),
      null,
      'expected a text, found null; or expected a number, found null',
    ],
    [
      'a name',
      z.record(z.string().check(z.regex(/^a$/)), z.string()),
      { b: 'x' },
      'has a name that is not allowed here',
    ],
    ['what a schema says itself', z.string('must be a colour'), 5, 'must be a colour'],
    ['what a check refuses without words', z.string().check(z.refine(() => false)), 'x', 'does not accept "x"'],
    ['a schema of the full zod', full.string().min(2), 'a', 'expected a text of at least 2 characters, found "a"'],
  ])('says what is wrong with %s', (_, schema, input, message) => {
    expect(issuesOf(schema, input)).toMatchObject([{ message }]);
  });

  it('writes paths as JavaScript does', () => {
    const schema = z.object({ a: z.array(z.record(z.string(), z.number())) });
    expect(issuesOf(schema, { a: [{}, { ok: 1, 'b c': 'x', d: 'y' }] })).toMatchObject([
      { path: 'a[1]["b c"]' },
      { path: 'a[1].d' },
    ]);
  });

  it('names the document in its message', () => {
    expect(() => parseWith(z.string(), 'name of the thing', 5)).toThrow(
      'Invalid name of the thing:\nexpected a text, found 5',
    );
  });

  it('never compiles code, which a content security policy may forbid', () => {
    const original = globalThis.Function;
    let isUsed = false;
    globalThis.Function = new Proxy(original, {
      construct() {
        isUsed = true;
        throw new EvalError('refused');
      },
    });
    try {
      const schema = z.looseObject({ a: z.string() });
      expect(parseWith(schema, 'thing', { a: 'x' })).toEqual({ a: 'x' });
    } finally {
      globalThis.Function = original;
    }
    expect(isUsed).toBe(false);
  });

  it.each([
    ['{"__proto__": 1}', '__proto__'],
    ['{"list": [{}, {"__proto__": {}}]}', 'list[1].__proto__'],
    ['{"names": {"__proto__": "x"}}', 'names.__proto__'],
    ['{"any": {"deep": {"__proto__": null}}}', 'any.deep.__proto__'],
  ])('refuses a field named __proto__ instead of losing it: %s', (json, path) => {
    const schema = z.looseObject({
      list: z.optional(z.array(z.looseObject({}))),
      names: z.optional(z.record(z.string(), z.string())),
      any: z.optional(z.unknown()),
    });
    expect(issuesOf(schema, JSON.parse(json))).toEqual([
      { path, message: 'cannot be kept under this name; rename it' },
    ]);
  });

  it('reads a document that holds itself', () => {
    const document: Record<string, unknown> = { name: 'round' };
    document.self = document;
    expect(parseWith(z.object({ name: z.string() }), 'thing', document)).toEqual({ name: 'round' });
  });
});
