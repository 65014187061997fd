import type { Alert } from '@glasspane/core';
import type { ReactElement, ReactNode } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { Age } from '../panels/RelativeTime.tsx';
import { webUrl } from '../panels/webUrl.ts';
import { LabelChips } from './LabelChips.tsx';

/** Props of {@link AlertDetails}. */
export interface AlertDetailsProps {
  readonly alert: Alert;
  readonly onSilence: ((alert: Alert) => void) | undefined;
}

/** Everything that is known of an alert, and what can be done about it. */
export function AlertDetails({ alert, onSilence }: AlertDetailsProps): ReactElement {
  const { times } = usePanel();
  const { startsAtMs, endsAtMs, receivers = [] } = alert;
  const { summary: _, runbook_url: runbook, ...annotations } = alert.annotations;
  return (
    <div className="gp-alert-details">
      <dl className="gp-facts">
        {Object.entries(annotations).map(([name, text]) => (
          <Fact key={name} name={name}>
            {text}
          </Fact>
        ))}
        <Fact name="Since">
          {times.format(startsAtMs)} (<Age fromMs={startsAtMs} toMs={endsAtMs} />)
        </Fact>
        {endsAtMs !== undefined && <Fact name="Resolved">{times.format(endsAtMs)}</Fact>}
        {receivers.length > 0 && <Fact name="Told to">{receivers.join(', ')}</Fact>}
        {runbook !== undefined && webUrl(runbook) === undefined && (
          // Only web addresses become links: whoever writes a rule writes this text.
          <Fact name="runbook_url">{runbook}</Fact>
        )}
        <Fact name="Labels">
          <LabelChips labels={alert.labels} />
        </Fact>
      </dl>
      <div className="gp-form-actions">
        {onSilence !== undefined && (
          <button type="button" className="gp-button" onClick={() => onSilence(alert)}>
            <PanelIcon name="bellOff" />
            Silence …
          </button>
        )}
        <WebLink url={runbook}>Runbook</WebLink>
        <WebLink url={alert.generatorUrl}>Source</WebLink>
      </div>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="gp-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function WebLink({
  url,
  children,
}: {
  readonly url: string | undefined;
  readonly children: ReactNode;
}): ReactElement | null {
  const href = webUrl(url);
  if (href === undefined) return null;
  return (
    <a className="gp-button" href={href} target="_blank" rel="noopener noreferrer">
      <PanelIcon name="link" />
      {children}
      <span className="gp-visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
