import { type Clock, TimeFormatter } from '@glasspane/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { UseLogsResult } from './useLogs.ts';

/** Props of {@link LogFooter}. */
export interface LogFooterProps {
  readonly logs: UseLogsResult;
  readonly order: 'newest-first' | 'oldest-first';
  readonly clock: Clock;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

/** Says how many lines there are, what is left out, and that a refresh failed. */
export function LogFooter({ logs, order, clock, locale, timeZone }: LogFooterProps): ReactElement {
  const { rows, isCut, history, tail } = logs;
  const count = (number: number): string => number.toLocaleString(locale);
  const parts = [
    isCut ? `The newest ${count(rows.length)} lines; there are more` : `${count(rows.length)} ${linesOf(rows.length)}`,
    order === 'newest-first' ? 'newest first' : 'oldest first',
    ...(tail.dropped > 0 ? [`${count(tail.dropped)} left out, because they came too fast`] : []),
  ];
  const isStale = history.error !== null && history.data !== undefined;
  return (
    <footer className="gp-logs-footer">
      {rows.length > 0 && <span>{parts.join(' · ')}</span>}
      {isStale && rows.length > 0 && (
        <span className="gp-logs-stale">
          Not current{asOf(history.data?.range.endMs, locale, timeZone)}: {history.error?.message}
        </span>
      )}
      <Announcer cameCount={tail.cameCount} clock={clock} />
    </footer>
  );
}

function asOf(timeMs: number | undefined, locale: string | undefined, timeZone: string | undefined): string {
  return timeMs === undefined ? '' : `, as of ${new TimeFormatter({ locale, timeZone }).format(timeMs, 'second')}`;
}

/** Screen readers hear at most once in this time that lines came. */
const ANNOUNCE_MS = 10_000;

function Announcer({ cameCount, clock }: { readonly cameCount: number; readonly clock: Clock }): ReactElement {
  const [told, setTold] = useState({ count: 0, text: '' });
  const latest = useRef(cameCount);
  latest.current = cameCount;
  const hasNews = cameCount > told.count;
  useEffect(() => {
    if (!hasNews) return;
    return clock.setTimeout(
      () =>
        setTold((former) => {
          const news = latest.current - former.count;
          return { count: latest.current, text: `${news} new ${linesOf(news)}` };
        }),
      ANNOUNCE_MS,
    );
  }, [hasNews, clock]);
  return (
    <span className="gp-visually-hidden" role="status">
      {told.text}
    </span>
  );
}

function linesOf(count: number): string {
  return count === 1 ? 'line' : 'lines';
}
