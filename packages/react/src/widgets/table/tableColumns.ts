import { type Field, type Frame, type ResolvedFieldOptions, seriesNames } from '@glasspane/core';
import { displayName, resolveField, resolveStyle } from '@glasspane/core/chart';
import { withExtents } from '../../chart/withExtents.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { type TableColumnStyle, tableColumnStyle } from './TableColumnStyle.ts';
import type { TableOptions } from './TableOptions.ts';

/** A column of a table, and how it is shown. */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly field: Field;
  readonly options: ResolvedFieldOptions | undefined;
  readonly style: TableColumnStyle;
  /** The smallest and the largest number in it; left out where it has none. */
  readonly extent?: { readonly min: number; readonly max: number } | undefined;
}

/** Returns the columns that are shown, each with its title, its options and its style. */
export function tableColumns(
  frame: Frame,
  { field, overrides }: Pick<FrameViewProps, 'field' | 'overrides'>,
  { hiddenLabels = [] }: TableOptions,
): readonly TableColumn[] {
  const names = columnNames(frame);
  const counts = new Map<string, number>();
  const columns = frame.fields.flatMap((one, index): readonly TableColumn[] => {
    const name = names[index] ?? one.name;
    if (one.kind === 'string' && hiddenLabels.includes(name)) return [];
    const subject = { name, kind: one.kind === 'series' ? ('number' as const) : one.kind };
    // What a widget says of its values does not hold for texts and moments beside them.
    const options = resolveField(
      one.kind === 'number' || one.kind === 'series' ? field : undefined,
      overrides,
      subject,
    );
    const style = tableColumnStyle(resolveStyle(overrides, subject));
    if (style.isHidden === true) return [];
    const key = `${one.kind} ${name}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const title = options?.displayName === field?.displayName ? name : displayName(options?.displayName, {}, name);
    return [{ key: count === 1 ? key : `${key} ${count}`, title, field: one, options, style, extent: extentOf(one) }];
  });
  return judged(columns);
}

function columnNames(frame: Frame): readonly string[] {
  const numbers = frame.fields.filter((field) => field.kind === 'number');
  const names = seriesNames(numbers);
  let next = 0;
  return frame.fields.map((field) => {
    if (field.kind === 'number') return names[next++] ?? field.name;
    return field.kind === 'time' && field.name === 'time' ? 'Time' : field.name;
  });
}

/** Gives the columns that are judged by what is shown the smallest and the largest value of their unit. */
function judged(columns: readonly TableColumn[]): readonly TableColumn[] {
  const numbers = columns.flatMap(({ key, field, options }) =>
    field.kind === 'number' ? [{ key, field, options }] : [],
  );
  const options = new Map(withExtents(numbers).map((one) => [one.key, one.options]));
  return columns.map((column) => ({ ...column, options: options.get(column.key) ?? column.options }));
}

function extentOf(field: Field): TableColumn['extent'] {
  if (field.kind !== 'number') return undefined;
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of field.values) {
    if (!Number.isFinite(value)) continue;
    min = value < min ? value : min;
    max = value > max ? value : max;
  }
  return min > max ? undefined : { min, max };
}
