import { describe, expect, it } from 'vitest';
import { toCsv } from './toCsv.ts';

describe('toCsv', () => {
  it('quotes what would end a field or a line, and ends lines as RFC 4180 says', () => {
    expect(
      toCsv([
        ['a,b', 'say "hi"', 'two\nlines', ' edge'],
        ['plain', 1.5, undefined, ''],
      ]),
    ).toBe('"a,b","say ""hi""","two\nlines"," edge"\r\nplain,1.5,,\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('keeps a spreadsheet from running %j', (text, written) => {
    expect(toCsv([[text]])).toBe(`${written}\r\n`);
  });

  it('has no control characters', () => {
    expect(toCsv([['a\u0000b\u001b[31m\u0085', 'c\td']])).toBe('a\ufffdb\ufffd[31m\ufffd,c\td\r\n');
  });

  it('leaves numbers as they are, whether numbers or texts', () => {
    expect(toCsv([[-1.5, '-1.5', '+4', '1e-7', -1e-7, Number.NaN]])).toBe('-1.5,-1.5,+4,1e-7,-1e-7,NaN\r\n');
  });
});
