import type { LogEntry } from '@glasspane/core';
import { logLevelOf } from '@glasspane/core/logs';
import { memo, type ReactElement, useId, useState } from 'react';
import { Icon } from '../../provider/Icon.tsx';
import { LogDetails } from './LogDetails.tsx';
import type { LogLabel } from './LogFilter.ts';

/** Props of {@link LogLine}. */
export interface LogLineProps {
  readonly rowKey: string;
  readonly entry: LogEntry;
  readonly isTabStop: boolean;
  /** Writes a time in milliseconds since the epoch. */
  format(timeMs: number): string;
  readonly onFilter: ((label: LogLabel) => void) | undefined;
}

/** Longer ones are cut in the list, and whole in the details. */
const MAX_SHOWN_LENGTH = 5000;

/** One line, which can be opened. Whatever is in it is text. */
export const LogLine: React.NamedExoticComponent<LogLineProps> = memo(function LogLine(
  props: LogLineProps,
): ReactElement {
  const { entry, rowKey } = props;
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const time = props.format(Number(entry.timeNs / 1_000_000n));
  const severity = logLevelOf(entry);
  return (
    <li className="gp-log" data-log-severity={severity} data-open={isOpen || undefined}>
      <div className="gp-log-line">
        <button
          type="button"
          className="gp-log-toggle"
          data-log-row={rowKey}
          tabIndex={props.isTabStop ? 0 : -1}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={`Details of ${severity ?? 'line'} at ${time}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="chevron" />
        </button>
        <span className="gp-log-time">{time}</span>
        <span className="gp-log-level">{severity ?? ''}</span>
        <bdi className="gp-log-text">{shorten(entry.line)}</bdi>
      </div>
      {isOpen && <LogDetails id={detailsId} entry={entry} onFilter={props.onFilter} />}
    </li>
  );
});

function shorten(line: string): string {
  return line.length > MAX_SHOWN_LENGTH ? `${line.slice(0, MAX_SHOWN_LENGTH)}…` : line;
}
