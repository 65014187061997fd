import type { Backend, Labels, Silence } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { FormError } from '../panels/FormError.tsx';
import { Panel } from '../panels/Panel.tsx';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { useBackendMutation } from '../panels/useBackendMutation.ts';
import { useBackendQuery } from '../panels/useBackendQuery.ts';
import { printMatchers } from './matcherDrafts.ts';
import { SilenceDialog } from './SilenceDialog.tsx';

/**
 * Props of {@link SilenceList}.
 *
 * @public
 */
export interface SilenceListProps extends PanelProps {
  /** Who makes silences here. Left out: they are asked for it. */
  readonly user?: string | undefined;
}

const noLabels: Labels = {};

/**
 * Shows the silences that hold or are to come, lets them be ended, and new ones be made. It needs the capability
 * `silences`.
 *
 * @public
 */
export function SilenceList(props: SilenceListProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Panel
      {...props}
      label="Silences"
      needs={['silences']}
      advice="Use a backend that is connected to an Alertmanager."
      actions={
        <button type="button" className="gp-button" onClick={() => setIsOpen(true)}>
          <PanelIcon name="plus" />
          New silence
        </button>
      }
    >
      <Content backend={props.backend} />
      {isOpen && (
        <SilenceDialog backend={props.backend} labels={noLabels} user={props.user} onClose={() => setIsOpen(false)} />
      )}
    </Panel>
  );
}

function Content({ backend }: { readonly backend: Backend }): ReactElement {
  const query = useBackendQuery<readonly Silence[]>({
    backend,
    topic: 'silences',
    ask: async (signal) => (await backend.silences?.list(signal)) ?? [],
  });
  const expiry = useBackendMutation({
    backend,
    invalidates: ['silences', 'alerts', 'rules'],
    run: async (id: string) => backend.silences?.expire(id),
  });
  return (
    <>
      <FormError title="The silence was not ended" error={expiry.error} />
      <PanelQuery query={query} what="the silences">
        {(all) => {
          const silences = all.filter(({ state }) => state !== 'expired').sort((a, b) => a.endsAtMs - b.endsAtMs);
          if (silences.length === 0) {
            return (
              <PanelMessage icon="info" tone="neutral" title="No silences" detail="Every alert is told as usual." />
            );
          }
          return (
            <ul className="gp-silences">
              {silences.map((silence) => (
                <SilenceRow
                  key={silence.id}
                  silence={silence}
                  isBusy={expiry.isRunning}
                  onExpire={() => void expiry.run(silence.id)}
                />
              ))}
            </ul>
          );
        }}
      </PanelQuery>
    </>
  );
}

function SilenceRow(props: { readonly silence: Silence; readonly isBusy: boolean; onExpire(): void }): ReactElement {
  const { silence } = props;
  const isPending = silence.state === 'pending';
  return (
    <li className="gp-silence">
      <div className="gp-silence-text">
        <code className="gp-code">{printMatchers(silence.matchers)}</code>
        <span>
          {silence.comment} <span className="gp-muted">· {silence.createdBy}</span>
        </span>
      </div>
      <span className="gp-silence-end">
        {isPending ? 'Starts ' : 'Ends '}
        <RelativeTime timeMs={isPending ? silence.startsAtMs : silence.endsAtMs} />
      </span>
      <button
        type="button"
        className="gp-button"
        data-size="small"
        aria-label={`End now: the silence ${printMatchers(silence.matchers)}`}
        disabled={props.isBusy}
        onClick={props.onExpire}
      >
        End now
      </button>
    </li>
  );
}
