import type { AbsoluteTimeRange, Frame, Labels } from '@glasspane/core';
import { TableView, TimeSeriesView } from '@glasspane/react';
import { type ReactElement, useMemo } from 'react';
import type { PlaygroundAnswer, PlaygroundQuestion } from './askPlayground.ts';

/** Props of {@link AnswerView}. */
export interface AnswerViewProps {
  readonly question: PlaygroundQuestion;
  readonly answer: PlaygroundAnswer;
  readonly width: number;
}

const chartHeight = 280;
const rowHeight = 29;
const maxTableHeight = 300;

/** Gives series of several metrics their names as a column of the table, which shows labels only. */
function withNames(frame: Frame): Frame {
  const names = new Set(frame.fields.map((field) => (field.kind === 'number' ? field.name : '')).filter(Boolean));
  if (names.size < 2) return frame;
  const named = (labels: Labels): Labels => ({ ...labels, 'metric name': labels.__name__ ?? '' });
  const fields = frame.fields.map((field) =>
    field.kind === 'number' ? { ...field, labels: named(field.labels) } : field,
  );
  return { ...frame, fields };
}

function timeRangeOf(
  { range, endMs }: PlaygroundQuestion,
  { times }: { readonly times: Float64Array },
): AbsoluteTimeRange {
  if (range !== undefined) return { startMs: endMs - range.lengthMs, endMs };
  const [first = endMs, last = endMs] = [times.at(0), times.at(-1)];
  return { startMs: Math.min(first, last - 60_000), endMs: last };
}

/** Shows an answer: series over time as a chart, and all series as a table. */
export function AnswerView({ question, answer, width }: AnswerViewProps): ReactElement {
  const { frame, type, text } = answer;
  const frames = useMemo(() => [frame], [frame]);
  const rows = useMemo(() => [withNames(frame)], [frame]);
  const time = frame.fields[0];
  const timeRange = timeRangeOf(question, { times: time?.kind === 'time' ? time.values : new Float64Array() });
  if (text !== undefined) return <p className="pg-string">{text}</p>;
  const common = { width, timeRange, locale: 'en-GB', timeZone: 'UTC' };
  const tableHeight = Math.min(maxTableHeight, (answer.seriesCount + 1) * rowHeight + 6);
  return (
    <>
      {(type === 'range' || type === 'matrix') && (
        <TimeSeriesView {...common} frames={frames} height={chartHeight} title="Answer as a chart (sample data)" />
      )}
      <TableView {...common} frames={rows} height={tableHeight} title="Answer as a table (sample data)" />
    </>
  );
}
