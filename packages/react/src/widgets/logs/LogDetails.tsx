import type { LogEntry } from '@glasspane/core';
import type { ReactElement } from 'react';
import { CopyButton } from './CopyButton.tsx';
import type { LogLabel } from './LogFilter.ts';

/** Props of {@link LogDetails}. */
export interface LogDetailsProps {
  readonly id: string;
  readonly entry: LogEntry;
  readonly onFilter: ((label: LogLabel) => void) | undefined;
}

/** The whole line, its exact time and its labels. */
export function LogDetails({ id, entry, onFilter }: LogDetailsProps): ReactElement {
  const labels = Object.entries(entry.labels);
  return (
    <div id={id} className="gp-log-details">
      <pre className="gp-log-whole">
        <bdi>{entry.line}</bdi>
      </pre>
      <dl className="gp-log-labels">
        <div>
          <dt>Time</dt>
          <dd>{exactTime(entry.timeNs)}</dd>
        </div>
        {labels.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
              {onFilter !== undefined && (
                <button
                  type="button"
                  className="gp-button"
                  data-size="small"
                  aria-label={`Filter by ${name} = ${value}`}
                  onClick={() => onFilter({ name, value })}
                >
                  Filter
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton label="Copy the line" text={entry.line} />
    </div>
  );
}

/** Returns a time in UTC to the nanosecond. */
function exactTime(timeNs: bigint): string {
  const timeMs = Number(timeNs / 1_000_000n);
  if (Math.abs(timeMs) > 8.64e15) return `${timeNs} ns`;
  const seconds = new Date(timeMs).toISOString().slice(0, -5);
  return `${seconds}.${(((timeNs % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n).toString().padStart(9, '0')}Z`;
}
