import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesEmpty } from '../syntax/regex/matchesEmpty.ts';
import { parseRegex } from '../syntax/regex/parseRegex.ts';
import { compileRegex, type Regex } from './compileRegex.ts';

function compiled(pattern: string): Regex {
  const regex = compileRegex(pattern);
  if (regex instanceof Error) throw regex;
  return regex;
}

describe('compileRegex', () => {
  it.each([
    ['a.c', 'a\nc', true],
    ['a', 'ab', false],
    ['a|b', 'b', true],
    ['a.*', 'abc', true],
    ['.*c', 'abc', true],
    ['.+', '', false],
    ['.*b.*', 'abc', true],
    ['ab.+c', 'abc', false],
    ['(?i)ABC', 'aBc', true],
    ['(?i:a)b', 'Ab', true],
    ['(?i:a)b', 'AB', false],
    ['a(?i)b|c', 'aB', true],
    ['a(?i)b|c', 'C', true],
    ['[[:alpha:]]+', 'abC', true],
    ['[^[:alpha:]]', 'a', false],
    [String.raw`\d{2,3}`, '1234', false],
    [String.raw`\d{2,3}`, '123', true],
    [String.raw`\w+\s\S`, 'ab c', true],
    [String.raw`\p{L}+`, 'äß', true],
    [String.raw`\pN`, '1', true],
    [String.raw`\p{Greek}`, 'α', true],
    [String.raw`\P{Greek}`, 'α', false],
    [String.raw`\x41\x{1F600}`, 'A😀', true],
    ['.', '😀', true],
    [String.raw`\Qa.b\E`, 'a.b', true],
    [String.raw`foo\b.*`, 'foo bar', true],
    [String.raw`foo\b.*`, 'foobar', false],
    ['(?m)^a$\nb', 'a\nb', true],
    ['(?s-s:.)', '\n', false],
    ['[a-c-]', '-', true],
    ['[]a]', ']', true],
    ['a{,2}', 'a{,2}', true],
    ['^a$', 'a', true],
    ['(?P<x>a)(?<y>b)', 'ab', true],
    ['', '', true],
    ['a||b', '', true],
  ])('%j against %j is %j', (pattern, text, isMatch) => {
    expect(compiled(pattern).test(text)).toBe(isMatch);
    expect(compiled(pattern).match(text) !== undefined).toBe(isMatch);
  });

  it.each([
    ['(.*', 'error parsing regexp: missing closing ): `(.*`'],
    ['a)', 'error parsing regexp: unexpected ): `a)`'],
    ['*', 'error parsing regexp: missing argument to repetition operator: `*`'],
    ['a**', 'error parsing regexp: invalid nested repetition operator: `**`'],
    ['[a', 'error parsing regexp: missing closing ]: `[a`'],
    ['[z-a]', 'error parsing regexp: invalid character class range: `z-a`'],
    [String.raw`\q`, 'error parsing regexp: invalid escape sequence: `\\q`'],
    ['\\', 'error parsing regexp: trailing backslash at end of expression: ``'],
    ['(?=a)', 'error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
    [String.raw`(a)\1`, 'error parsing regexp: invalid escape sequence: `\\1`'],
    ['a{1001}', 'error parsing regexp: invalid repeat count: `{1001}`'],
    ['((a{100}){100}){100}', 'error parsing regexp: invalid repeat count: `{100}`'],
    ['(a{1,50}){1,50}', 'error parsing regexp: invalid repeat count: `{1,50}`'],
    ['(a{2,}){600}', 'error parsing regexp: invalid repeat count: `{600}`'],
    ['(?i-)', 'error parsing regexp: invalid or unsupported Perl syntax: `(?i-)`'],
    ['(?P<a', 'error parsing regexp: invalid named capture: `(?P<a`'],
    ['(?<=a)b', 'error parsing regexp: invalid or unsupported Perl syntax: `(?<`'],
    [String.raw`\p{L`, 'error parsing regexp: invalid character class range: `\\p{L`'],
    [String.raw`\xg`, 'error parsing regexp: invalid escape sequence: `\\xg`'],
    [String.raw`\x{110000}`, 'error parsing regexp: invalid escape sequence: `\\x{110000`'],
  ])('refuses %j', (pattern, message) => {
    expect(compileRegex(pattern)).toMatchObject({ name: 'RegexError', message });
  });

  it('refuses what grows too large, and what nests too deeply', () => {
    const large = compileRegex(`${'(?:abcdefghij){1000}'.repeat(6)}x`);
    expect(large).toMatchObject({ name: 'RegexError', message: expect.stringContaining('expression too large') });
    const deep = compileRegex(`${'('.repeat(5000)}a${')'.repeat(5000)}`);
    expect(deep).toMatchObject({ name: 'RegexError', message: expect.stringContaining('nests too deeply') });
  });

  it('folds the case of Unicode classes, before it negates them', () => {
    const values = [
      [String.raw`(?i)\p{Lu}`, 'k', true],
      [String.raw`(?i)\p{Ll}`, 'K', true],
      [String.raw`(?i)[\pN\p{Lu}]`, 'ß', true],
      [String.raw`(?i)\P{Lu}`, 'k', false],
      [String.raw`(?i)\p{^Lu}`, '1', true],
      [String.raw`(?i-i)\p{Lu}`, 'k', false],
    ] as const;
    for (const [pattern, text, isMatch] of values)
      expect([pattern, compiled(pattern).test(text)]).toEqual([pattern, isMatch]);
  });

  it('takes the first of the groups of one name that took part', () => {
    expect(compiled('(?P<n>a)|(?P<n>b)').match('b')?.get('n')).toBe('b');
    expect(compiled('(?P<n>.(?P<n>.))').match('ab')?.get('n')).toBe('ab');
  });

  it('goes through each part of a long expression once for each character', () => {
    const text = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const startedMs = performance.now();
    expect(compiled('[^x]?'.repeat(4000)).test(text)).toBe(true);
    // It takes about a second; going through what follows each part anew took a minute.
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });

  it('prefers what Perl prefers when it captures', () => {
    expect(Object.fromEntries(compiled('(a*)(a|b)?(?P<rest>.*)').match('aab') ?? [])).toEqual({
      ...{ '0': 'aab', '1': 'aa', '2': 'b', '3': '', rest: '' },
    });
    expect(Object.fromEntries(compiled('(a*?)(.*)').match('aa') ?? [])).toEqual({ '0': 'aa', '1': '', '2': 'aa' });
    expect(Object.fromEntries(compiled('(x)?y').match('y') ?? [])).toEqual({ '0': 'y' });
  });

  it('forgets its states and starts over, with the same answers', () => {
    const regex = compiled('.*a.{300}');
    const text = Array.from({ length: 4000 }, (_, index) => 'ab'[(index * index * 7) % 11 < 5 ? 0 : 1]).join('');
    const expected = text.at(-301) === 'a';
    for (const end of [text, `${text}b`.slice(1), text]) expect(regex.test(end)).toBe(end.at(-301) === 'a');
    expect(regex.test(text)).toBe(expected);
    const withEdges = compiled(String.raw`.*\ba?(?:a|b){40}\b.*`);
    expect(withEdges.test(`${text} ${'ab'.repeat(20)} ${text}`)).toBe(true);
    expect(withEdges.test(text)).toBe(false);
  });

  it('agrees with the RegExp of JavaScript on random patterns and texts', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', 'ab', '', '\\b', '^', '$');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{1,2}', '*?', '{2}'))
          .map(([a, times]) => `(?:${a})${times}`),
        tie('pattern').map((a) => `(${a})`),
      ),
    }));
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 6 }), (source, text) => {
        const expected = new RegExp(`^(?:${source})$`, 's').test(text);
        expect(compiled(source).test(text)).toBe(expected);
        expect(compiled(source).match(text) !== undefined).toBe(expected);
        if (!source.includes('\\b')) expect(matchesEmpty(parseRegex(source))).toBe(compiled(source).test(''));
      }),
      { numRuns: 2000 },
    );
  });
});
