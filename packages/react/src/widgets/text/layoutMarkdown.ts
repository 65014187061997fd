import { textWidth } from '../../chart/textWidth.ts';
import { breakWord } from '../../drawing/wrapText.ts';
import type { ColorToken } from '../../theme/colorTokens.ts';
import type { BlockNode, InlineNode } from './MarkdownNode.ts';

/** How a piece of text looks. */
export interface TextLook {
  readonly size: number;
  readonly color: ColorToken;
  readonly isStrong: boolean;
  readonly isEmphasized: boolean;
  readonly isCode: boolean;
  readonly isStruck: boolean;
}

/** A part of a line that looks the same. */
export interface TextRun {
  readonly text: string;
  readonly look: TextLook;
}

/** Something that stands in a laid out text; `y` is a baseline for lines and an upper edge for boxes. */
export type PlacedPiece =
  | { readonly type: 'line'; readonly x: number; readonly y: number; readonly runs: readonly TextRun[] }
  | {
      readonly type: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: ColorToken;
    };

/** A text that was laid out. */
export interface MarkdownLayout {
  readonly pieces: readonly PlacedPiece[];
  readonly height: number;
}

const BASE = 13;
const LINE = 1.5;
const GAP = 8;
const plain: TextLook = {
  size: BASE,
  color: 'text',
  isStrong: false,
  isEmphasized: false,
  isCode: false,
  isStruck: false,
};

/** Lays blocks out below each other, as the stylesheet does on the screen. */
export function layoutMarkdown(blocks: readonly BlockNode[], width: number): MarkdownLayout {
  const flow = new Flow();
  flow.blocks(blocks, 0, width, plain);
  return { pieces: flow.pieces, height: Math.max(0, flow.y - GAP) };
}

class Flow {
  readonly pieces: PlacedPiece[] = [];
  y = 0;

  blocks(blocks: readonly BlockNode[], x: number, width: number, look: TextLook): void {
    for (const block of blocks) this.#block(block, x, width, look);
  }

  #block(block: BlockNode, x: number, width: number, look: TextLook): void {
    switch (block.type) {
      case 'heading': {
        const size = BASE * ([1.3, 1.1][block.level - 1] ?? 1);
        this.y += this.y > 0 ? 4 : 0;
        this.#lines(block.children, x, width, { ...look, size, isStrong: true });
        this.y -= 4;
        break;
      }
      case 'paragraph':
        this.#lines(block.children, x, width, look);
        break;
      case 'code':
        this.#code(block.text, x, width, look);
        break;
      case 'rule':
        this.pieces.push({ type: 'box', x, y: this.y, width, height: 1, color: 'border' });
        this.y += 1 + GAP;
        break;
      case 'table':
        this.#table(block, x, width, look);
        break;
      case 'quote':
        this.#quote(block.children, x, width, look);
        break;
      case 'list':
        for (const [index, item] of block.items.entries()) {
          const marker = block.isOrdered ? `${index + 1}.` : '•';
          this.#line(x + 2, look.size, [{ text: marker, look }]);
          this.blocks(item, x + 18, width - 18, look);
          this.y -= GAP;
        }
        this.y += GAP;
        break;
    }
  }

  #quote(blocks: readonly BlockNode[], x: number, width: number, look: TextLook): void {
    const top = this.y;
    this.blocks(blocks, x + 15, width - 15, { ...look, color: 'text-muted' });
    this.pieces.push({ type: 'box', x, y: top, width: 3, height: this.y - GAP - top, color: 'border' });
  }

  // Texts stand at the start of their columns, which are as wide as their widest text, or share the width where that is too much.
  #table({ head, rows }: TableNode, x: number, width: number, look: TextLook): void {
    const widths = columnWidths([head, ...rows], width, look);
    for (const [index, row] of [head, ...rows].entries()) {
      const top = this.y;
      let bottom = top;
      let left = x;
      for (const [column, cell] of row.entries()) {
        const room = widths[column] ?? 1;
        this.y = top + 4;
        this.#lines(cell, left + CELL, Math.max(1, room - 2 * CELL), index === 0 ? { ...look, isStrong: true } : look);
        bottom = Math.max(bottom, this.y - GAP + 4);
        left += room;
      }
      this.pieces.push({ type: 'box', x, y: bottom, width: left - x, height: 1, color: 'border' });
      this.y = bottom + 1;
    }
    this.y += GAP;
  }

  #code(text: string, x: number, width: number, look: TextLook): void {
    const size = look.size * 0.92;
    const lines = text.split('\n').flatMap((line) => breakWord(line, size, width - 16));
    const height = lines.length * size * LINE + 16;
    this.pieces.push({ type: 'box', x, y: this.y, width, height, color: 'surface-sunken' });
    for (const [index, line] of lines.entries()) {
      const y = this.y + 8 + size * (1.1 + index * LINE);
      this.pieces.push({ type: 'line', x: x + 8, y, runs: [{ text: line, look: { ...look, size, isCode: true } }] });
    }
    this.y += height + GAP;
  }

  #lines(nodes: readonly InlineNode[], x: number, width: number, look: TextLook): void {
    let runs: TextRun[] = [];
    let used = 0;
    const endLine = (): void => {
      this.#line(x, look.size, runs);
      this.y += look.size * LINE;
      [runs, used] = [[], 0];
    };
    for (const { text, look: own, isBreak } of words(nodes, look)) {
      if (isBreak || (used > 0 && used + widthOf(text, own) > width)) endLine();
      if (isBreak || (used === 0 && text.trim() === '')) continue;
      for (const [index, piece] of breakWord(text, own.size, width).entries()) {
        if (index > 0) endLine();
        addRun(runs, { text: piece, look: own });
        used += widthOf(piece, own);
      }
    }
    endLine();
    this.y += GAP;
  }

  #line(x: number, size: number, runs: readonly TextRun[]): void {
    if (runs.length > 0) this.pieces.push({ type: 'line', x, y: this.y + size * 1.1, runs });
  }
}

type TableNode = Extract<BlockNode, { readonly type: 'table' }>;

/** The space at either side of a text in a table. */
const CELL = 6;

function columnWidths(rows: TableNode['rows'], width: number, look: TextLook): readonly number[] {
  const wanted = (rows[0] ?? []).map((_, column) =>
    rows.reduce((max, row) => {
      const text = words(row[column] ?? [], { ...look, isStrong: true });
      return Math.max(max, text.reduce((sum, word) => sum + widthOf(word.text, word.look), 0) + 2 * CELL);
    }, 0),
  );
  const sum = (widths: readonly number[]): number => widths.reduce((total, one) => total + one, 0);
  if (sum(wanted) <= width) return wanted;
  // Narrow columns keep their width, and the others share what is left.
  const fair = width / wanted.length;
  const left = width - sum(wanted.filter((one) => one <= fair));
  const wide = sum(wanted.filter((one) => one > fair));
  return wanted.map((one) => (one <= fair ? one : (one * left) / wide));
}

function widthOf(text: string, { size, isStrong }: TextLook): number {
  return textWidth(text, isStrong ? size * 1.05 : size);
}

/** Adds a run to a line; where it looks like the one before, the two become one, so that the font places its words. */
function addRun(runs: TextRun[], run: TextRun): void {
  const last = runs.at(-1);
  if (last?.look === run.look) runs[runs.length - 1] = { text: last.text + run.text, look: last.look };
  else runs.push(run);
}

interface Word {
  readonly text: string;
  readonly look: TextLook;
  readonly isBreak: boolean;
}

/** Returns the words and the spaces between them, each with its look. */
function words(nodes: readonly InlineNode[], look: TextLook): readonly Word[] {
  return nodes.flatMap((node) => wordsOf(node, look));
}

function wordsOf(node: InlineNode, look: TextLook): readonly Word[] {
  switch (node.type) {
    case 'text':
      return (node.text.match(/\s+|\S+/g) ?? []).map((text) => ({ text, look, isBreak: false }));
    case 'code':
      return [{ text: node.text, look: { ...look, isCode: true, size: look.size * 0.92 }, isBreak: false }];
    case 'break':
      return [{ text: '', look, isBreak: true }];
    case 'strong':
      return words(node.children, { ...look, isStrong: true });
    case 'emphasis':
      return words(node.children, { ...look, isEmphasized: true });
    case 'strike':
      return words(node.children, { ...look, isStruck: true });
    case 'link':
      return words(node.children, { ...look, color: 'accent' });
  }
}
