import type { Backend, ReportRun } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { useBackendQuery } from '../panels/useBackendQuery.ts';
import { formatSlot } from './formatSlot.ts';
import { RunBadge } from './RunBadge.tsx';
import { reportsOf } from './reportsOf.ts';

/** Props of {@link RunHistory}. */
export interface RunHistoryProps {
  readonly backend: Backend;
  readonly scheduleId: string;
  readonly timeZone: string;
  readonly refreshIntervalMs: number | undefined;
}

const firstCount = 10;

/** Shows what was sent for a report, the newest first. */
export function RunHistory({ backend, scheduleId, timeZone, refreshIntervalMs }: RunHistoryProps): ReactElement {
  const [isWhole, setIsWhole] = useState(false);
  const query = useBackendQuery({
    backend,
    topic: 'reports',
    args: ['runs', scheduleId],
    ask: async (signal) => reportsOf(backend).runs(scheduleId, signal),
    refreshIntervalMs,
  });
  return (
    <PanelQuery query={query} what="the history">
      {(runs) =>
        runs.length === 0 ? (
          <p className="gp-report-none">Nothing was sent yet.</p>
        ) : (
          <>
            <ol className="gp-runs">
              {(isWhole ? runs : runs.slice(0, firstCount)).map((run) => (
                <RunItem key={run.id} run={run} timeZone={timeZone} />
              ))}
            </ol>
            {!isWhole && runs.length > firstCount && (
              <button type="button" className="gp-button" data-size="small" onClick={() => setIsWhole(true)}>
                Show all {runs.length}
              </button>
            )}
          </>
        )
      }
    </PanelQuery>
  );
}

function RunItem({ run, timeZone }: { readonly run: ReportRun; readonly timeZone: string }): ReactElement {
  const { locale } = usePanel();
  return (
    <li className="gp-run">
      <div className="gp-run-line">
        <RunBadge run={run} />
        <time dateTime={new Date(run.slotMs).toISOString()}>{formatSlot(run.slotMs, locale, timeZone)}</time>
        <span className="gp-run-facts">{factsOf(run, locale)}</span>
      </div>
      <RunError run={run} />
    </li>
  );
}

/** Says why a run has not been sent so far, and when it is tried again. */
export function RunError({ run }: { readonly run: ReportRun }): ReactElement | null {
  if (run.error === undefined) return null;
  return (
    <p className="gp-run-error" data-status={run.status}>
      {run.error}
      {run.nextAttemptMs !== undefined && (
        <>
          {' '}
          Tried {run.attempts === 1 ? 'once' : `${run.attempts} times`}; next try{' '}
          <RelativeTime timeMs={run.nextAttemptMs} style="short" />.
        </>
      )}
    </p>
  );
}

function factsOf({ trigger, attempts, sizeBytes, recipients }: ReportRun, locale: string | undefined): string {
  const facts = [
    ...(trigger === 'manual' ? ['sent by hand'] : []),
    `${recipients.length} ${recipients.length === 1 ? 'recipient' : 'recipients'}`,
    ...(attempts > 1 ? [`${attempts} tries`] : []),
    ...(sizeBytes === undefined ? [] : [formatBytes(sizeBytes, locale)]),
  ];
  return facts.join(' · ');
}

function formatBytes(bytes: number, locale: string | undefined): string {
  const isSmall = bytes < 1_000_000;
  const options = { style: 'unit', unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const unit = isSmall ? 'kilobyte' : 'megabyte';
  return new Intl.NumberFormat(locale, { ...options, unit }).format(bytes / (isSmall ? 1000 : 1_000_000));
}
