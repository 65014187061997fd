import { type Frame, seriesNames } from '@glasspane/core';
import { mergeFrames } from '@glasspane/core/transform';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { seriesFrame } from './seriesFrame.ts';
import type { TableOptions } from './TableOptions.ts';

/** What a table shows. */
export interface TableInput extends Pick<FrameViewProps, 'frames' | 'legends' | 'refIds'> {
  readonly options: TableOptions;
}

/** Returns one frame that has the rows and columns of a table: of tables as they are, of series with a row a series. */
export function tableFrame({ frames, legends = [], refIds = [], options }: TableInput): Frame {
  const parts = frames.map((frame, index) => ({
    frame,
    legend: legends[index],
    refId: refIds[index] ?? String(index),
  }));
  const asTheyAre = parts.filter(({ frame }) => options.rowsOf === 'times' || isTable(frame));
  const series = parts.filter((part) => !asTheyAre.includes(part));
  const { reducer = 'last', hasSparklines = false } = options;
  const table = seriesFrame({
    frames: series.map(({ frame }) => frame),
    legends: series.map(({ legend }) => legend),
    reducer,
    hasSparklines,
  });
  if (asTheyAre.length === 0) return table;
  const [only] = asTheyAre;
  // A table that is alone keeps its order.
  if (asTheyAre.length === 1 && series.length === 0 && only !== undefined) return withNames(only.frame, only.legend);
  return mergeFrames([...asTheyAre, ...(table.length > 0 ? [{ frame: table, refId: series[0]?.refId ?? '' }] : [])]);
}

function withNames(frame: Frame, legend: string | undefined): Frame {
  if (legend === undefined || legend.trim() === '') return frame;
  const numbers = frame.fields.filter((field) => field.kind === 'number');
  const names = seriesNames(numbers, legend);
  let next = 0;
  const fields = frame.fields.map((field) =>
    field.kind === 'number' ? { ...field, displayName: names[next++] ?? field.name } : field,
  );
  return { ...frame, fields };
}

/** A result of a query has moments, or series with labels; a table has something else. */
function isTable({ fields }: Frame): boolean {
  if (fields.some(({ kind }) => kind === 'string' || kind === 'series')) return true;
  return (
    fields.length > 0 && fields.every((field) => field.kind === 'number' && Object.keys(field.labels).length === 0)
  );
}
