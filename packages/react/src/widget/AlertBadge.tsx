import { type Alert, TimeFormatter } from '@glasspane/core';
import { type ReactElement, useId, useRef, useState } from 'react';
import { Popover } from '../controls/Popover.tsx';
import { webUrl } from '../panels/webUrl.ts';
import { Icon } from '../provider/Icon.tsx';

/** The alerts of a widget's metrics. */
export interface WidgetAlarm {
  /** Pending and firing ones, the firing ones first; at least one. */
  readonly alerts: readonly Alert[];
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  readonly onAlertClick?: ((alert: Alert) => void) | undefined;
}

/** Returns the worst state of a widget's alerts. */
export function alarmState({ alerts }: WidgetAlarm): 'firing' | 'pending' {
  return alerts.some(({ state }) => state === 'firing') ? 'firing' : 'pending';
}

/** Says how many alerts the metrics of a widget have, behind a button that lists them. */
export function AlertBadge({ title, alarm }: { readonly title: string; readonly alarm: WidgetAlarm }): ReactElement {
  const id = useId();
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const state = alarmState(alarm);
  const close = (): void => setIsOpen(false);
  return (
    <span className="gp-info-tip">
      <button
        ref={anchorRef}
        type="button"
        className="gp-alert-badge"
        data-state={state}
        aria-label={countText(alarm.alerts)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name={state === 'firing' ? 'warning' : 'clock'} />
        <span aria-hidden="true">{alarm.alerts.length}</span>
      </button>
      {isOpen && (
        <Popover
          id={id}
          anchorRef={anchorRef}
          role="dialog"
          label={`Alerts of ${title}`}
          align="start"
          className="gp-tip gp-alert-tip"
          onClose={close}
        >
          <ul className="gp-tip-list">
            {alarm.alerts.map((alert) => (
              <AlertLine key={alert.fingerprint} alert={alert} alarm={alarm} onClose={close} />
            ))}
          </ul>
        </Popover>
      )}
    </span>
  );
}

function countText(alerts: readonly Alert[]): string {
  const firing = alerts.filter(({ state }) => state === 'firing').length;
  const pending = alerts.length - firing;
  const parts = [...(firing > 0 ? [`${firing} firing`] : []), ...(pending > 0 ? [`${pending} pending`] : [])];
  return `${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'}: ${parts.join(', ')}`;
}

function AlertLine(props: { readonly alert: Alert; readonly alarm: WidgetAlarm; onClose(): void }): ReactElement {
  const { alert, alarm } = props;
  const { onAlertClick, locale, timeZone } = alarm;
  const name = alert.annotations.summary ?? alert.labels.alertname ?? 'Alert without a name';
  const href = webUrl(alert.annotations.runbook_url) ?? webUrl(alert.generatorUrl);
  const since = new TimeFormatter({ locale, timeZone }).format(alert.startsAtMs, 'minute');
  return (
    <li className="gp-alert-tip-line" data-state={alert.state}>
      <Icon name={alert.state === 'firing' ? 'warning' : 'clock'} />
      <span>
        {onAlertClick !== undefined ? (
          <button
            type="button"
            className="gp-link-button"
            onClick={() => {
              props.onClose();
              onAlertClick(alert);
            }}
          >
            {name}
          </button>
        ) : href === undefined ? (
          name
        ) : (
          <a className="gp-link" href={href} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        )}
        <span className="gp-muted">
          {' '}
          {alert.state} since {since}
        </span>
      </span>
    </li>
  );
}
