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

/** Returns the inline nodes of a text. What is not a mark with its end is text. */
export function parseInline(text: string, depth = 0): readonly InlineNode[] {
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
    const found = depth < MAX_DEPTH ? nodeAt(text, at, depth) : undefined;
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

function nodeAt(text: string, at: number, depth: number): FoundNode | undefined {
  switch (text[at]) {
    case '\n':
      return { node: { type: 'break' }, end: at + 1 };
    case '`':
      return codeAt(text, at);
    case '[':
      return linkAt(text, at, depth);
    case '*':
    case '_':
    case '~':
      return markAt(text, at, depth);
    default:
      return undefined;
  }
}

function codeAt(text: string, at: number): FoundNode | undefined {
  const end = text.indexOf('`', at + 1);
  return end > at + 1 ? { node: { type: 'code', text: text.slice(at + 1, end) }, end: end + 1 } : undefined;
}

function linkAt(text: string, at: number, depth: number): FoundNode | undefined {
  const close = text.indexOf('](', at);
  const end = close < 0 ? -1 : closingBracket(text, close + 2);
  if (end < 0 || close === at + 1 || text.slice(at, end).includes('\n')) {
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

function markAt(text: string, at: number, depth: number): FoundNode | undefined {
  for (const [mark, type] of MARKS) {
    if (text.startsWith(mark, at) && isOpening(text, at, mark)) {
      const start = at + mark.length;
      const end = closingAt(text, start, mark);
      if (end > start) {
        return { node: { type, children: parseInline(text.slice(start, end), depth + 1) }, end: end + mark.length };
      }
    }
  }
  return undefined;
}

// Within a word an underscore is a part of it: `http_requests_total`.
function isOpening(text: string, at: number, mark: string): boolean {
  const isAfterWord = mark.startsWith('_') && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
  return !isAfterWord && /\S/.test(text[at + mark.length] ?? '');
}

function closingAt(text: string, start: number, mark: string): number {
  for (let end = text.indexOf(mark, start); end >= 0; end = text.indexOf(mark, end + 1)) {
    const isAfterSpace = /\s/.test(text[end - 1] ?? ' ');
    const isBeforeWord = mark.startsWith('_') && /[\p{L}\p{N}]/u.test(text[end + mark.length] ?? '');
    const isLonger = mark.length === 1 && text[end + 1] === mark;
    if (!isAfterSpace && !isBeforeWord && !isLonger) {
      return end;
    }
    if (isLonger) {
      end += 1;
    }
  }
  return -1;
}
