import type { AbsoluteTimeRange } from '@glasspane/core';
import { type ReactElement, useMemo } from 'react';
import type { LogLabel } from './LogFilter.ts';
import { LogLine } from './LogLine.tsx';
import type { LogRow } from './logRows.ts';
import { logTimeFormat } from './logTimeFormat.ts';
import { useLogKeyboard } from './useLogKeyboard.ts';

/** Props of {@link LogLines}. */
export interface LogLinesProps {
  readonly rows: readonly LogRow[];
  readonly title: string;
  /** Tells whether the times need dates. */
  readonly range: AbsoluteTimeRange;
  readonly wrap: boolean;
  readonly isOutdated: boolean;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** Narrows the lines down to those with a label; left out: that is not offered. */
  readonly onFilter: ((label: LogLabel) => void) | undefined;
}

/** The lines. Arrow keys go from one to the next. */
export function LogLines(props: LogLinesProps): ReactElement {
  const { rows, range, locale, timeZone } = props;
  const format = useMemo(() => logTimeFormat(range, locale, timeZone), [range, locale, timeZone]);
  const keyboard = useLogKeyboard(rows);
  return (
    // Not announced line by line: a status says every now and then how many came.
    <div
      ref={keyboard.listRef}
      className="gp-logs-lines"
      role="log"
      aria-live="off"
      aria-label={props.title}
      data-wrap={props.wrap || undefined}
      data-outdated={props.isOutdated || undefined}
      onKeyDown={keyboard.onKeyDown}
      onFocus={keyboard.onFocus}
    >
      <ol>
        {rows.map(({ key, entry }) => (
          <LogLine
            key={key}
            rowKey={key}
            entry={entry}
            format={format}
            isTabStop={key === keyboard.tabStop}
            onFilter={props.onFilter}
          />
        ))}
      </ol>
    </div>
  );
}
