import type { Alert } from '@glasspane/core';
import { type ReactElement, useId, useState } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { Icon } from '../provider/Icon.tsx';
import { AlertDetails } from './AlertDetails.tsx';
import { AlertStateBadge } from './AlertStateBadge.tsx';
import { alertName } from './alertListModel.ts';
import { alertSeverity, severityTone } from './alertSeverity.ts';
import { LabelChips } from './LabelChips.tsx';
import { SeverityBadge } from './SeverityBadge.tsx';

/** Props of {@link AlertRow}. */
export interface AlertRowProps {
  readonly alert: Alert;
  readonly groupBy: string;
  readonly onSilence: ((alert: Alert) => void) | undefined;
}

/** One alert: the line, and below it everything that is known of it once it is opened. */
export function AlertRow({ alert, groupBy, onSilence }: AlertRowProps): ReactElement {
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const severity = alertSeverity(alert.labels);
  const name = alertName(alert);
  const { summary } = alert.annotations;
  return (
    <li
      className="gp-alert"
      data-severity={severityTone(severity)}
      data-state={alert.state}
      data-muted={isMuted(alert) || undefined}
    >
      <div className="gp-alert-line">
        <AlertStateBadge state={alert.state} />
        <div className="gp-alert-text">
          <button
            type="button"
            className="gp-alert-title"
            aria-expanded={isOpen}
            aria-controls={detailsId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {summary ?? name}
          </button>
          {summary !== undefined && groupBy !== 'alertname' && <span className="gp-alert-name">{name}</span>}
          <LabelChips labels={alert.labels} without={['alertname', 'severity', groupBy]} limit={4} />
        </div>
        <div className="gp-alert-facts">
          <MuteMarks alert={alert} />
          <SeverityBadge severity={severity} />
          <AlertValue value={alert.value} />
          <span className="gp-alert-since">
            <span className="gp-visually-hidden">{alert.state === 'resolved' ? 'resolved ' : 'since '}</span>
            <RelativeTime timeMs={alert.endsAtMs ?? alert.startsAtMs} style="short" />
          </span>
        </div>
        <Icon name="chevron" />
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <AlertDetails alert={alert} onSilence={onSilence} />}
      </div>
    </li>
  );
}

function isMuted({ silencedBy = [], inhibitedBy = [] }: Alert): boolean {
  return silencedBy.length + inhibitedBy.length > 0;
}

function MuteMarks({ alert }: { readonly alert: Alert }): ReactElement | null {
  const isSilenced = (alert.silencedBy ?? []).length > 0;
  const isInhibited = (alert.inhibitedBy ?? []).length > 0;
  return (
    <>
      {isSilenced && (
        <span className="gp-mark">
          <PanelIcon name="bellOff" />
          Silenced
        </span>
      )}
      {isInhibited && (
        <span className="gp-mark" title="Another alert keeps this one from being told">
          <PanelIcon name="shield" />
          Inhibited
        </span>
      )}
    </>
  );
}

function AlertValue({ value }: { readonly value: number | undefined }): ReactElement | null {
  const { values } = usePanel();
  if (value === undefined) return null;
  return (
    <span className="gp-alert-value">
      <span className="gp-visually-hidden">value </span>
      {values.format(value).text}
    </span>
  );
}
