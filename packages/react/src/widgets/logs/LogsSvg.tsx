import { type LogSeverity, logLevelOf } from '@glasspane/core/logs';
import type { ReactElement } from 'react';
import { CODE_FONT } from '../../drawing/codeFont.ts';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import { type ColorToken, tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetSvgProps } from '../../widget/defineWidget.ts';
import type { LogsOptions } from './LogsOptions.ts';
import { layoutLogs, type PlacedLog } from './layoutLogs.ts';
import { toMs } from './logFrame.ts';
import { logTimeFormat } from './logTimeFormat.ts';
import { linesInOrder } from './toLogTable.ts';

const SIZE = 11;
const ROW_HEIGHT = 15;
/** How wide a letter is. */
const LETTER = SIZE * 0.603;
const BAR = 10;
const LEVEL_LETTERS = 9;
/** Narrower, the text stands below the time. */
const NARROW = 480;

const COLORS: Readonly<Partial<Record<LogSeverity, ColorToken>>> = {
  critical: 'critical',
  error: 'critical',
  warning: 'warning',
  info: 'accent',
};

/** Log lines, as a picture: the newest that there is room for, and how many more there are. */
export function LogsSvg(props: WidgetSvgProps<LogsOptions>): ReactElement {
  const { options, results, timeRange, width, height, locale, timeZone } = props;
  const lines = linesInOrder(props);
  const format = logTimeFormat(timeRange, locale, timeZone);
  const isNarrow = width < NARROW;
  const timeWidth = (format(timeRange.endMs).length + 2) * LETTER;
  const indent = BAR + (isNarrow ? 0 : timeWidth + LEVEL_LETTERS * LETTER);
  const placed = layoutLogs(lines, options.order !== 'oldest-first', {
    columns: Math.max(8, Math.floor((width - indent) / LETTER)),
    rows: Math.floor((height - NOTE_HEIGHT) / ROW_HEIGHT),
    headRows: isNarrow ? 1 : 0,
    wrap: options.wrap ?? true,
  });
  const last = placed.at(-1);
  const end = last === undefined ? 0 : (last.top + last.rows.length + (isNarrow ? 1 : 0)) * ROW_HEIGHT;
  const count = (number: number): string => number.toLocaleString(locale);
  const shown =
    placed.length < lines.length
      ? `The newest ${count(placed.length)} of ${count(lines.length)} lines`
      : `${count(lines.length)} ${lines.length === 1 ? 'line' : 'lines'}`;
  const notes = results.flatMap(({ notices }) => notices.map(({ message }) => message));
  return (
    <>
      {placed.map((log) => (
        <LogSvg
          key={`${log.top}`}
          log={log}
          time={format(toMs(log.entry.timeNs))}
          indent={indent}
          levelX={BAR + timeWidth}
          isNarrow={isNarrow}
        />
      ))}
      <SvgNote y={Math.min(end, height - NOTE_HEIGHT)} width={width} text={[shown, ...notes].join(' · ')} />
    </>
  );
}

interface LogSvgProps {
  readonly log: PlacedLog;
  readonly time: string;
  readonly indent: number;
  readonly levelX: number;
  readonly isNarrow: boolean;
}

function LogSvg({ log, time, indent, levelX, isNarrow }: LogSvgProps): ReactElement {
  const severity = logLevelOf(log.entry);
  const color = (severity && COLORS[severity]) ?? 'text-muted';
  const y = log.top * ROW_HEIGHT;
  const headRows = isNarrow ? 1 : 0;
  const baseline = (row: number): number => y + row * ROW_HEIGHT + 11;
  return (
    <g>
      <rect x={0} y={y + 1} width={3} height={(headRows + log.rows.length) * ROW_HEIGHT - 2} fill={tokenColor(color)} />
      <CodeText x={BAR} y={baseline(0)} text={time} color="text-muted" />
      {severity === undefined ? null : <CodeText x={levelX} y={baseline(0)} text={severity} color={color} isStrong />}
      {log.rows.map((text, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once
        <CodeText key={row} x={indent} y={baseline(row + headRows)} text={text} color="text" />
      ))}
    </g>
  );
}

interface CodeTextProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly color: ColorToken;
  readonly isStrong?: boolean | undefined;
}

function CodeText({ x, y, text, color, isStrong = false }: CodeTextProps): ReactElement | null {
  if (text.trim() === '') return null;
  return (
    <text
      x={x}
      y={y}
      fontSize={SIZE}
      fontFamily={CODE_FONT}
      fontWeight={isStrong ? 600 : undefined}
      fill={tokenColor(color)}
      xmlSpace="preserve"
    >
      {text}
    </text>
  );
}
