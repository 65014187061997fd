import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';

/** Props of {@link ZoomBackButton}. */
export interface ZoomBackButtonProps {
  /** Whether there is a time range to go back to. */
  readonly isEnabled: boolean;
  onZoomBack(): void;
}

/** Goes back to the time range before. It stays where it is without one, so that neither controls nor focus jump. */
export function ZoomBackButton({ isEnabled, onZoomBack }: ZoomBackButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="gp-icon-button"
      aria-label="Zoom back"
      aria-disabled={!isEnabled}
      title="Back to the time range before"
      onClick={isEnabled ? onZoomBack : undefined}
    >
      <Icon name="undo" />
    </button>
  );
}
