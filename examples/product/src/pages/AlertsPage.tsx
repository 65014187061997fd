import { AlertList, AlertRuleList, SilenceList } from '@glasspane/react';
import { backend } from '../backend.ts';
import { LoadButton } from '../LoadButton.tsx';
import { user } from '../user.ts';
import type { PageTheme } from '../useTheme.ts';

export function AlertsPage({ theme }: { readonly theme: PageTheme }) {
  return (
    <div className="panels">
      <h1>Alerts</h1>
      <LoadButton />
      <AlertList backend={backend} theme={theme} user={user} heading="Now" refreshIntervalMs={2000} />
      <SilenceList backend={backend} theme={theme} user={user} />
      <AlertRuleList backend={backend} theme={theme} />
    </div>
  );
}
