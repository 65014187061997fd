import type { ReactElement } from 'react';
import { severityTone } from './alertSeverity.ts';

/** Says how much an alert or an incident matters; nothing where it does not tell. */
export function SeverityBadge({ severity }: { readonly severity: string }): ReactElement | null {
  if (severity === 'none') return null;
  return (
    <span className="gp-severity" data-severity={severityTone(severity)}>
      {severity}
    </span>
  );
}
