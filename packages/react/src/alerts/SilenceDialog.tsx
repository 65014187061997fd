import type { Backend, Labels, NewSilence } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { Dialog } from '../panels/Dialog.tsx';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import { matchersOfLabels } from './matcherDrafts.ts';
import { SilenceForm } from './SilenceForm.tsx';

/** Props of {@link SilenceDialog}. */
export interface SilenceDialogProps {
  readonly backend: Backend;
  /** The labels of the alert that it starts from. */
  readonly labels: Labels;
  readonly user: string | undefined;
  readonly onCreated?: ((silence: NewSilence) => void) | undefined;
  onClose(): void;
}

/** Makes a silence in a dialog, and says so. */
export function SilenceDialog({ backend, labels, user, onCreated, onClose }: SilenceDialogProps): ReactElement {
  const { times } = usePanel();
  const [made, setMade] = useState<NewSilence>();
  return (
    <Dialog title={made === undefined ? 'Silence alerts' : 'Silenced'} onClose={onClose}>
      {made === undefined ? (
        <SilenceForm
          backend={backend}
          matchers={matchersOfLabels(labels)}
          user={user}
          onCancel={onClose}
          onCreated={(silence) => {
            setMade(silence);
            onCreated?.(silence);
          }}
        />
      ) : (
        <div role="status">
          <PanelMessage
            icon="info"
            tone="good"
            title="The silence is made"
            detail={`Nobody is told of these alerts until ${times.format(made.endsAtMs)}.`}
            action={{ label: 'Done', onPress: onClose }}
          />
        </div>
      )}
    </Dialog>
  );
}
