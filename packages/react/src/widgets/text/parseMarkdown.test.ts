import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from './parseInline.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { safeHref } from './safeHref.ts';

const text = (value: string): { type: 'text'; text: string } => ({ type: 'text', text: value });

describe('parseMarkdown', () => {
  it('reads headings, paragraphs, rules, quotes and code', () => {
    expect(parseMarkdown('## Title ##\nfirst\nsecond\n\n---\n> quoted\n```\nlet x = `1`;\n```\nlast')).toEqual([
      { type: 'heading', level: 2, children: [text('Title')] },
      { type: 'paragraph', children: [text('first'), { type: 'break' }, text('second')] },
      { type: 'rule' },
      { type: 'quote', children: [{ type: 'paragraph', children: [text('quoted')] }] },
      { type: 'code', text: 'let x = `1`;' },
      { type: 'paragraph', children: [text('last')] },
    ]);
  });

  it('reads lists within lists', () => {
    const item = (value: string): unknown => ({ type: 'paragraph', children: [text(value)] });
    expect(parseMarkdown('- a\n- b\n  1. x\n  2. y\n')).toEqual([
      {
        type: 'list',
        isOrdered: false,
        items: [[item('a')], [item('b'), { type: 'list', isOrdered: true, items: [[item('x')], [item('y')]] }]],
      },
    ]);
  });

  it('takes code that is never closed to the end', () => {
    expect(parseMarkdown('```\na\nb')).toEqual([{ type: 'code', text: 'a\nb' }]);
  });

  it('reads tables, whose cells are text like any other', () => {
    expect(parseMarkdown('| a | b |\n|:--|--:|\n| <b> | x \\| y |\n| 1 |\nafter')).toEqual([
      {
        type: 'table',
        aligns: ['start', 'end'],
        head: [[text('a')], [text('b')]],
        rows: [
          [[text('<b>')], [text('x | y')]],
          [[text('1')], []],
        ],
      },
      { type: 'paragraph', children: [text('after')] },
    ]);
    expect(parseMarkdown('a | b\nc | d')[0]?.type).toBe('paragraph');
  });

  it('takes HTML for text', () => {
    expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([
      { type: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] },
    ]);
  });

  it('reads any text, in time that grows with its length', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '> ',
      '- ',
      '\n',
      '    ',
      '#',
      '\\',
      'a',
      '```',
      '~~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => Array.isArray(parseMarkdown(pieces.join('')))),
    );
    const start = performance.now();
    parseMarkdown(`${'*a '.repeat(5000)}\n${'> '.repeat(5000)}\n${'['.repeat(10_000)}\n${'- '.repeat(5000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('parseInline', () => {
  it('reads emphasis, code and links within each other', () => {
    expect(parseInline('**a *b*** `c*` [d](https://e.example/(f)) ~~g~~')).toEqual([
      { type: 'strong', children: [text('a '), { type: 'emphasis', children: [text('b')] }] },
      text(' '),
      { type: 'code', text: 'c*' },
      text(' '),
      { type: 'link', href: 'https://e.example/(f)', children: [text('d')] },
      text(' '),
      { type: 'strike', children: [text('g')] },
    ]);
  });

  it('takes marks within words, marks without an end and escaped marks for text', () => {
    expect(parseInline('http_requests_total * 2 *a \\*b\\*')).toEqual([text('http_requests_total * 2 *a *b*')]);
  });

  it('keeps the words of a link whose address is not safe', () => {
    expect(parseInline('[click](javascript:alert(1))')).toEqual([{ type: 'emphasis', children: [text('click')] }]);
  });
});

describe('safeHref', () => {
  it.each([
    'https://a.example',
    'HTTP://a.example',
    'mailto:a@b.example',
    '/path',
    '#part',
    '?q=a:b',
    'page',
    '//host/x',
  ])('allows %j', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
    '\u0001javascript:x',
    '',
  ])('refuses %j', (href) => {
    expect(safeHref(href)).toBeUndefined();
  });
});
