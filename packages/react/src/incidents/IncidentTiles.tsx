import { type Incident, incidentStatistics } from '@glasspane/core';
import type { ReactElement } from 'react';
import { formatTimeSpan } from '../panels/formatTimeSpan.ts';
import { usePanel } from '../panels/PanelContext.ts';
import { incidentLimit } from './incidentQueries.ts';

/** Says how many incidents are open, and how fast they were taken up and resolved. */
export function IncidentTiles({ incidents }: { readonly incidents: readonly Incident[] }): ReactElement {
  const { locale } = usePanel();
  const { count, openCount, mttaMs, mttrMs } = incidentStatistics(incidents);
  const span = (ms: number | undefined): string => (ms === undefined ? '–' : formatTimeSpan(ms, locale));
  const of = count < incidentLimit ? `of ${count} in all` : `of the last ${count}`;
  return (
    <dl className="gp-tiles-row">
      <Tile name="Open" value={String(openCount)} note={of} />
      <Tile name="Time to acknowledge" value={span(mttaMs)} note="mean (MTTA)" />
      <Tile name="Time to resolve" value={span(mttrMs)} note="mean (MTTR)" />
    </dl>
  );
}

function Tile(props: { readonly name: string; readonly value: string; readonly note: string }): ReactElement {
  return (
    <div className="gp-number-tile">
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.value}</strong> <span className="gp-muted">{props.note}</span>
      </dd>
    </div>
  );
}
