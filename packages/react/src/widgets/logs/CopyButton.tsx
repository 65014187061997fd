import { type ReactElement, useState } from 'react';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text, and says whether that worked: pages without a secure connection may not. */
export function CopyButton({ label, text }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }
  return (
    <span className="gp-logs-copy">
      <button type="button" className="gp-button" data-size="small" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'failed' && 'The browser does not allow it here; select the line and copy it by hand.'}
      </span>
    </span>
  );
}
