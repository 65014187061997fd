import { displayValue, type Field, reduceField, type SeriesCell, type VariableValues } from '@glasspane/core';
import { type ResolvedLink, resolveLinks } from '@glasspane/core/chart';
import type { Formatters } from '../../chart/createFormatters.ts';
import type { TableCellKind } from './TableColumnStyle.ts';
import type { TableColumn } from './tableColumns.ts';

/** A cell as people see it, on the screen and in pictures. */
export interface TableCell {
  readonly kind: TableCellKind;
  readonly text: string;
  /** As a dashboard names colours; left out where it has none. */
  readonly color?: string | undefined;
  /** What its threshold means. */
  readonly label?: string | undefined;
  /** How much of the cell a bar fills, 0 to 1. */
  readonly share?: number | undefined;
  readonly course?: SeriesCell | undefined;
  readonly links: readonly ResolvedLink[];
}

/** What cells are written with. */
export interface TableCellContext {
  readonly columns: readonly TableColumn[];
  readonly formatters: Formatters;
  readonly fromMs: number;
  readonly toMs: number;
  readonly variables?: VariableValues | undefined;
}

/** Returns a cell of a table. */
export function tableCell(column: TableColumn, row: number, context: TableCellContext): TableCell {
  const { field, options, style } = column;
  const value = valueAt(field, row);
  if (field.kind === 'time') {
    const text = typeof value === 'number' ? context.formatters.times.format(value) : '';
    return { kind: 'text', text, links: linksOf(column, row, context, value) };
  }
  const { text, color, label } =
    field.kind === 'string' && value === undefined
      ? { text: '', color: undefined, label: undefined }
      : displayValue(value, options, context.formatters.values);
  return {
    kind: style.cell ?? defaultKind(column),
    text,
    color,
    label,
    share: typeof value === 'number' ? shareOf(value, column) : undefined,
    course: field.kind === 'series' ? field.values[row] : undefined,
    links: linksOf(column, row, context, value),
  };
}

/** Returns the plain value of a cell; of a course, its last sample. */
export function valueAt(field: Field, row: number): string | number | undefined {
  if (field.kind === 'number') return field.gaps?.[row] === 1 ? undefined : field.values[row];
  if (field.kind === 'series') {
    const cell = field.values[row];
    return cell === undefined ? undefined : reduceField(cell.field, 'last');
  }
  const value = field.values[row];
  return value === '' || Number.isNaN(value) ? undefined : value;
}

function defaultKind({ field, options }: TableColumn): TableCellKind {
  if (field.kind === 'series') return 'sparkline';
  // Not every colour of a scale is dark enough for a text.
  return options?.color?.by === 'scale' ? 'color-background' : 'color-text';
}

function shareOf(value: number, { options, extent }: TableColumn): number | undefined {
  // Bars begin at nothing, unless all values are on one side of it and the field says otherwise.
  const min = options?.min ?? Math.min(0, extent?.min ?? 0);
  const max = options?.max ?? Math.max(0, extent?.max ?? 0);
  // Divided before they are subtracted: the widest span is no number.
  const scale = Math.max(Math.abs(min), Math.abs(max)) || 1;
  const share = (value / scale - min / scale) / (max / scale - min / scale);
  return Number.isNaN(share) ? undefined : Math.max(0, Math.min(1, share));
}

function linksOf(
  { options, title }: TableColumn,
  row: number,
  { columns, fromMs, toMs, variables }: TableCellContext,
  value: string | number | undefined,
): readonly ResolvedLink[] {
  if (options?.links === undefined || options.links.length === 0) return [];
  const labels: Record<string, string> = {};
  for (const { field } of columns) {
    if (field.kind === 'string') Object.defineProperty(labels, field.name, { value: field.values[row] ?? '' });
  }
  return resolveLinks(options.links, { labels, value, name: title, fromMs, toMs, variables });
}
