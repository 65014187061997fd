import type { AlertRuleStatus } from '@glasspane/core';
import type { ReactElement } from 'react';
import { formatTimeSpan } from '../panels/formatTimeSpan.ts';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { Icon } from '../provider/Icon.tsx';
import { AlertStateBadge } from './AlertStateBadge.tsx';
import { alertSeverity, severityTone } from './alertSeverity.ts';
import { SeverityBadge } from './SeverityBadge.tsx';

/** Props of {@link AlertRuleRow}. */
export interface AlertRuleRowProps {
  readonly rule: AlertRuleStatus;
  readonly isBusy: boolean;
  onEdit(ruleId: string): void;
  onPause(isPaused: boolean): void;
}

/** One alert rule: how it stands, what it asks, and what can be done about it. */
export function AlertRuleRow({ rule, isBusy, onEdit, onPause }: AlertRuleRowProps): ReactElement {
  const { locale } = usePanel();
  const severity = alertSeverity(rule.labels);
  return (
    <li className="gp-rule" data-severity={severityTone(severity)} data-state={rule.isPaused ? 'paused' : rule.state}>
      <RuleState rule={rule} />
      <div className="gp-rule-text">
        <span className="gp-rule-name">{rule.name}</span>
        <code className="gp-code gp-muted">{rule.expr}</code>
        {rule.health === 'error' && (
          <span className="gp-rule-error">Cannot be evaluated: {rule.lastError ?? 'the backend does not say why'}</span>
        )}
      </div>
      <div className="gp-alert-facts">
        {rule.forMs > 0 && <span className="gp-muted">for {formatTimeSpan(rule.forMs, locale)}</span>}
        <SeverityBadge severity={severity} />
        {rule.lastEvaluationMs !== undefined && (
          <span className="gp-alert-since">
            <span className="gp-visually-hidden">evaluated </span>
            <RelativeTime timeMs={rule.lastEvaluationMs} style="short" />
          </span>
        )}
      </div>
      {rule.isEditable && (
        <div className="gp-rule-actions">
          <button
            type="button"
            className="gp-icon-button"
            aria-label={rule.isPaused ? `Resume ${rule.name}` : `Pause ${rule.name}`}
            title={rule.isPaused ? 'Resume' : 'Pause'}
            disabled={isBusy}
            onClick={() => onPause(!rule.isPaused)}
          >
            <Icon name={rule.isPaused ? 'play' : 'pause'} />
          </button>
          <button
            type="button"
            className="gp-icon-button"
            aria-label={`Edit ${rule.name}`}
            title="Edit"
            onClick={() => onEdit(rule.id)}
          >
            <PanelIcon name="edit" />
          </button>
        </div>
      )}
    </li>
  );
}

function RuleState({ rule }: { readonly rule: AlertRuleStatus }): ReactElement {
  if (rule.isPaused) return <Mark state="paused" icon={<Icon name="pause" />} text="Paused" />;
  if (rule.state !== 'inactive') return <AlertStateBadge state={rule.state} />;
  if (rule.health === 'error') return <Mark state="broken" icon={<Icon name="error" />} text="Error" />;
  return <Mark state="inactive" icon={<PanelIcon name="check" />} text="Inactive" />;
}

function Mark(props: { readonly state: string; readonly icon: ReactElement; readonly text: string }): ReactElement {
  return (
    <span className="gp-state" data-state={props.state}>
      {props.icon}
      {props.text}
    </span>
  );
}
