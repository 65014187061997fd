import type { BlockNode, TableAlign } from './MarkdownNode.ts';
import { parseInline } from './parseInline.ts';

/** More columns than these are text: nobody reads them in a widget. */
const MAX_COLUMNS = 30;

const DELIMITER = /^:?-+:?$/;

/** Returns the table that begins at a line, and the line after it; `undefined` where none does. */
export function tableAt(
  lines: readonly string[],
  at: number,
): { readonly node: BlockNode; readonly end: number } | undefined {
  const [first = '', second = ''] = [lines[at], lines[at + 1]];
  if (!first.includes('|') || !second.includes('-')) return undefined;
  const [head, marks] = [cellsOf(first), cellsOf(second)];
  if (head.length !== marks.length || head.length > MAX_COLUMNS || !marks.every((mark) => DELIMITER.test(mark))) {
    return undefined;
  }
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end += 1;
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = cellsOf(line);
    return head.map((_, column) => parseInline(cells[column] ?? ''));
  });
  return { node: { type: 'table', aligns: marks.map(alignOf), head: head.map(parseInline), rows }, end };
}

// A bar with a backslash before it stands in a cell.
function cellsOf(line: string): readonly string[] {
  const text = line.trim().replace(/^\|/, '');
  const cells: string[] = [];
  let cell = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\' && text.charAt(index + 1) === '|') {
      cell += '|';
      index += 1;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += character;
    }
  }
  return cell.trim() === '' && cells.length > 0 ? cells : [...cells, cell.trim()];
}

function alignOf(mark: string): TableAlign {
  if (!mark.endsWith(':')) return 'start';
  return mark.startsWith(':') ? 'center' : 'end';
}
