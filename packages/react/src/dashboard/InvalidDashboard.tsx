import type { InvalidDocumentError } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';

/** Stands in place of a dashboard whose document does not have the right form, and names each fault with its place. */
export function InvalidDashboard({ error }: { readonly error: InvalidDocumentError }): ReactElement {
  const count = error.issues.length;
  return (
    <div className="gp-invalid" role="alert">
      <p className="gp-message-title">
        <Icon name="error" /> This dashboard cannot be shown: its document has{' '}
        {count === 1 ? 'a fault' : `${count} faults`}.
      </p>
      <ul className="gp-issues">
        {error.issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
