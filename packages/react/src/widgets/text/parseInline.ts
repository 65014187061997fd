import type { InlineNode } from './MarkdownNode.ts';
import { safeHref } from './safeHref.ts';

/** Deeper than anybody writes; keeps hostile text from filling the stack. */
const MAX_DEPTH = 8;

const MARKS = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 'strike'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
] as const;

/** A text on its way into nodes. */
interface Source {
  readonly text: string;
  readonly depth: number;
  /** Marks that have no end any more from here on: not looked for again, so that hostile text is read in good time. */
  readonly endless: Set<string>;
}

/** Returns the inline nodes of a text. What is not a mark with its end is text. */
export function parseInline(text: string, depth = 0): readonly InlineNode[] {
  const source: Source = { text, depth, endless: new Set() };
  const nodes: InlineNode[] = [];
  let plain = '';
  let at = 0;
  const flush = (): void => {
    if (plain !== '') {
      nodes.push({ type: 'text', text: plain });
      plain = '';
    }
  };
  while (at < text.length) {
    const found = depth < MAX_DEPTH ? nodeAt(source, at) : undefined;
    if (found !== undefined) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      // A backslash makes the next punctuation mark plain text.
      const isEscape = text[at] === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '');
      plain += text[at + (isEscape ? 1 : 0)] ?? '';
      at += isEscape ? 2 : 1;
    }
  }
  flush();
  return nodes;
}

interface FoundNode {
  readonly node: InlineNode;
  /** The place after it. */
  readonly end: number;
}

function nodeAt(source: Source, at: number): FoundNode | undefined {
  switch (source.text[at]) {
    case '\n':
      return { node: { type: 'break' }, end: at + 1 };
    case '`':
      return codeAt(source, at);
    case '[':
      return linkAt(source, at);
    case '*':
    case '_':
    case '~':
      return markAt(source, at);
    default:
      return undefined;
  }
}

function find(source: Source, mark: string, search: () => number): number {
  const place = source.endless.has(mark) ? -1 : search();
  if (place < 0) {
    source.endless.add(mark);
  }
  return place;
}

function codeAt(source: Source, at: number): FoundNode | undefined {
  const end = find(source, '`', () => source.text.indexOf('`', at + 1));
  const text = source.text.slice(at + 1, end);
  return end > at + 1 ? { node: { type: 'code', text }, end: end + 1 } : undefined;
}

function linkAt(source: Source, at: number): FoundNode | undefined {
  const { text, depth } = source;
  const close = find(source, '](', () => text.indexOf('](', at));
  const end = close < 0 ? -1 : find(source, ')', () => closingBracket(text, close + 2));
  const lineEnd = text.indexOf('\n', at);
  if (end < 0 || close === at + 1 || (lineEnd >= 0 && lineEnd < end)) {
    return undefined;
  }
  const children = parseInline(text.slice(at + 1, close), depth + 1);
  const href = safeHref(text.slice(close + 2, end));
  // A link that leads nowhere safe keeps its words and loses its address.
  return { node: href === undefined ? { type: 'emphasis', children } : { type: 'link', href, children }, end: end + 1 };
}

// An address may hold brackets in pairs: `/wiki/Set_(mathematics)`.
function closingBracket(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    open += text[at] === '(' ? 1 : 0;
    if (text[at] === ')') {
      if (open === 0) {
        return at;
      }
      open -= 1;
    }
  }
  return -1;
}

function markAt(source: Source, at: number): FoundNode | undefined {
  const { text, depth } = source;
  for (const [mark, type] of MARKS) {
    if (text.startsWith(mark, at) && isOpening(text, at, mark)) {
      const start = at + mark.length;
      const end = find(source, mark, () => closingMark(text, start, mark));
      if (end > start) {
        return { node: { type, children: parseInline(text.slice(start, end), depth + 1) }, end: end + mark.length };
      }
    }
  }
  return undefined;
}

// Within a word an underscore is a part of it: `http_requests_total`.
function isOpening(text: string, at: number, mark: string): boolean {
  const isAfterWord = mark.startsWith('_') && isWord(text[at - 1]);
  return !isAfterWord && /\S/.test(text[at + mark.length] ?? '');
}

function closingMark(text: string, start: number, mark: string): number {
  for (let at = text.indexOf(mark, start); at >= 0; at = text.indexOf(mark, at)) {
    let runEnd = at;
    while (text[runEnd] === mark[0]) {
      runEnd += 1;
    }
    // Of three in a row the first ends what is within, the other two what is around it; a pair is no end of a single one.
    const isLongEnough = mark.length === 2 || runEnd - at !== 2;
    const isWithinWord = mark.startsWith('_') && isWord(text[runEnd]);
    if (isLongEnough && !isWithinWord && !/[\s\\]/.test(text[at - 1] ?? ' ')) {
      return mark.length === 2 ? runEnd - 2 : at;
    }
    at = runEnd;
  }
  return -1;
}

function isWord(character: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(character ?? '');
}
