import type { Dashboard as DashboardModel } from '@glasspane/core';
import { Dashboard } from '@glasspane/react';
import { backend } from '../backend.ts';
import type { PageTheme } from '../useTheme.ts';

interface DashboardPageProps {
  readonly dashboard: DashboardModel;
  readonly theme: PageTheme;
}

export function DashboardPage({ dashboard, theme }: DashboardPageProps) {
  return (
    <Dashboard
      dashboard={dashboard}
      backend={backend}
      theme={theme}
      headingLevel={1}
      exportFormats={['pdf', 'png', 'svg', 'csv', 'json']}
    />
  );
}
