import type { Frame, StringField } from '@glasspane/core';
import type { ChartSeriesInput } from '../toChartSeries.ts';
import { toChartSeries } from '../toChartSeries.ts';
import type { CategoryInput } from './CategoryInput.ts';
import { type CategoryModel, NO_CATEGORIES } from './CategoryModel.ts';
import { cellOf } from './cellOf.ts';

/** Returns the place of the first frame that has a column of text, or the one of that name; -1 where none has. */
export function textFrameIndex(frames: readonly Frame[], column: string | undefined): number {
  return frames.findIndex((frame) => textField(frame, column) !== undefined);
}

/** Returns a category for each row of a table, named by a column of text, and a group for each column of numbers. */
export function columnCategories({ data, values, column }: CategoryInput): CategoryModel {
  const index = textFrameIndex(data.frames, column);
  const frame = data.frames[index];
  const text = frame === undefined ? undefined : textField(frame, column);
  if (frame === undefined || text === undefined) return NO_CATEGORIES;
  const groups = toChartSeries(oneTable(data, frame, index)).series;
  const categories = Array.from({ length: frame.length }, (_, row) => {
    const name = text.values[row] ?? '';
    return { key: `${row} ${name}`, name: name === '' ? '(empty)' : name };
  });
  const cells = groups.map(({ field, options, color }) =>
    categories.map((_, row) => {
      const value = field.gaps?.[row] === 1 ? undefined : field.values[row];
      return cellOf({ value, options, color }, values);
    }),
  );
  return { categories, groups, cells, isTime: false, omittedGroups: 0 };
}

function textField({ fields }: Frame, column: string | undefined): StringField | undefined {
  return fields.find(
    (field): field is StringField => field.kind === 'string' && (column === undefined || field.name === column),
  );
}

// What makes series of columns wants times; a table need not have any.
function oneTable(data: ChartSeriesInput, frame: Frame, index: number): ChartSeriesInput {
  const hasTime = frame.fields.some(({ kind }) => kind === 'time');
  const time = { kind: 'time' as const, name: 'time', values: new Float64Array(frame.length) };
  return {
    ...data,
    frames: [hasTime ? frame : { ...frame, fields: [time, ...frame.fields] }],
    legends: [data.legends?.[index]],
    refIds: [data.refIds?.[index]],
  };
}
