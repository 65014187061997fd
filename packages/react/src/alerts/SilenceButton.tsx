import type { Labels, NewSilence } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelScope } from '../panels/PanelScope.tsx';
import { SilenceDialog } from './SilenceDialog.tsx';

/**
 * Props of {@link SilenceButton}.
 *
 * @public
 */
export interface SilenceButtonProps extends Omit<PanelProps, 'heading'> {
  /** The labels of the alert to be silenced; the viewer may change which alerts the silence is for. */
  readonly labels: Labels;
  /** Who makes the silence. Left out: they are asked for it. */
  readonly user?: string | undefined;
  /** Hears of each silence that was made. */
  readonly onCreated?: ((silence: NewSilence) => void) | undefined;
}

/**
 * A button that opens a form for a silence, for a host's own view of alerts. It needs the capability `silences`, and is
 * disabled where the backend has none.
 *
 * @example
 * ```tsx
 * <SilenceButton backend={backend} labels={alert.labels} user="ada@example.com" />
 * ```
 * @public
 */
export function SilenceButton(props: SilenceButtonProps): ReactElement {
  const { backend, labels, user, onCreated } = props;
  const [isOpen, setIsOpen] = useState(false);
  const isMissing = backend.silences === undefined;
  return (
    <PanelScope {...props} className="gp-inline-root">
      <button
        type="button"
        className="gp-button"
        aria-haspopup="dialog"
        disabled={isMissing}
        title={isMissing ? 'This backend has no silences. Use one that is connected to an Alertmanager.' : undefined}
        onClick={() => setIsOpen(true)}
      >
        <PanelIcon name="bellOff" />
        Silence …
      </button>
      {isOpen && (
        <SilenceDialog
          backend={backend}
          labels={labels}
          user={user}
          onCreated={onCreated}
          onClose={() => setIsOpen(false)}
        />
      )}
    </PanelScope>
  );
}
