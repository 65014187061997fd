import type { BlockNode } from './MarkdownNode.ts';
import { parseInline } from './parseInline.ts';
import { tableAt } from './parseTable.ts';

const MAX_DEPTH = 6;

const FENCE = /^ {0,3}```/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*)$/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3}(?:[-*+]|\d{1,9}[.)])\s+)(.*)$/;
const ORDERED = /^ {0,3}\d/;

/**
 * Returns the blocks of a text in a subset of markdown: headings, paragraphs, lists, tables, quotes, code and rules. HTML is text
 * like any other. Each line break within a paragraph is one, as people who write into a small box expect.
 *
 * It is our own and not a library's: what libraries make is HTML, which would have to be made safe again, and they are ten
 * times as large. What is read here becomes React elements only.
 */
export function parseMarkdown(text: string): readonly BlockNode[] {
  return parseBlocks(text.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'), 0);
}

interface FoundBlock {
  readonly node: BlockNode;
  /** The line after it. */
  readonly end: number;
}

function parseBlocks(lines: readonly string[], depth: number): readonly BlockNode[] {
  const blocks: BlockNode[] = [];
  let at = 0;
  while (at < lines.length) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1;
    } else {
      const { node, end } = blockAt(lines, at, depth);
      blocks.push(node);
      at = end;
    }
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number, depth: number): FoundBlock {
  const line = lines[at] ?? '';
  if (FENCE.test(line)) {
    return codeAt(lines, at);
  }
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (marks !== undefined) {
    const text = (title ?? '').replace(/\s+#+\s*$/, '');
    return { node: { type: 'heading', level: marks.length, children: parseInline(text) }, end: at + 1 };
  }
  if (RULE.test(line)) {
    return { node: { type: 'rule' }, end: at + 1 };
  }
  if (depth < MAX_DEPTH && QUOTE.test(line)) {
    return quoteAt(lines, at, depth);
  }
  const table = tableAt(lines, at);
  if (table !== undefined) {
    return table;
  }
  return depth < MAX_DEPTH && ITEM.test(line) ? listAt(lines, at, depth) : paragraphAt(lines, at);
}

function codeAt(lines: readonly string[], at: number): FoundBlock {
  const length = lines.slice(at + 1).findIndex((line) => FENCE.test(line));
  const end = length < 0 ? lines.length : at + 1 + length;
  return { node: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, end: end + 1 };
}

function quoteAt(lines: readonly string[], at: number, depth: number): FoundBlock {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) {
    end += 1;
  }
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { node: { type: 'quote', children: parseBlocks(inner, depth + 1) }, end };
}

function listAt(lines: readonly string[], at: number, depth: number): FoundBlock {
  const isOrdered = ORDERED.test(lines[at] ?? '');
  const items: (readonly BlockNode[])[] = [];
  let end = at;
  while (end < lines.length) {
    const [, marker, first] = ITEM.exec(lines[end] ?? '') ?? [];
    if (marker === undefined || ORDERED.test(lines[end] ?? '') !== isOrdered) {
      break;
    }
    const own = [first ?? ''];
    end += 1;
    // What is indented belongs to the item; a blank line does when something indented follows it.
    while (end < lines.length && belongsToItem(lines, end, marker.length)) {
      own.push((lines[end] ?? '').slice(marker.length));
      end += 1;
    }
    items.push(parseBlocks(own, depth + 1));
  }
  return { node: { type: 'list', isOrdered, items }, end };
}

function belongsToItem(lines: readonly string[], at: number, indent: number): boolean {
  const [line, next] = [lines[at] ?? '', lines[at + 1] ?? ''];
  const isIndented = (text: string): boolean => text.trim() !== '' && text.slice(0, indent).trim() === '';
  return isIndented(line) || (line.trim() === '' && isIndented(next));
}

function paragraphAt(lines: readonly string[], at: number): FoundBlock {
  let end = at + 1;
  while (end < lines.length && !endsParagraph(lines[end] ?? '')) {
    end += 1;
  }
  const text = lines.slice(at, end).map((line) => line.trim());
  return { node: { type: 'paragraph', children: parseInline(text.join('\n')) }, end };
}

function endsParagraph(line: string): boolean {
  return line.trim() === '' || [FENCE, HEADING, RULE, QUOTE, ITEM].some((pattern) => pattern.test(line));
}
