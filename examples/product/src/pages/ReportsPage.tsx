import { ReportList } from '@glasspane/react';
import { backend } from '../backend.ts';
import type { PageTheme } from '../useTheme.ts';

export function ReportsPage({ theme }: { readonly theme: PageTheme }) {
  return (
    <div className="panels">
      <h1>Reports</h1>
      <ReportList backend={backend} theme={theme} heading="Scheduled" />
    </div>
  );
}
