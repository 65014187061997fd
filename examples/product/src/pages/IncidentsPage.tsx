import { IncidentList } from '@glasspane/react';
import { backend } from '../backend.ts';
import { user } from '../user.ts';
import type { PageTheme } from '../useTheme.ts';

export function IncidentsPage({ theme }: { readonly theme: PageTheme }) {
  return (
    <div className="panels">
      <h1>Incidents</h1>
      <IncidentList backend={backend} theme={theme} user={user} heading={null} refreshIntervalMs={2000} />
    </div>
  );
}
