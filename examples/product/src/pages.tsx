import {
  agentBehaviour,
  alertReview,
  apiReliability,
  apiUsage,
  costAnalysis,
  llmPerformance,
  systemOverview,
  vectorDatabase,
} from '@glasspane/core/content';
import type { ReactNode } from 'react';
import { AlertsPage } from './pages/AlertsPage.tsx';
import { DashboardPage } from './pages/DashboardPage.tsx';
import { IncidentsPage } from './pages/IncidentsPage.tsx';
import { LogsPage } from './pages/LogsPage.tsx';
import { ReportsPage } from './pages/ReportsPage.tsx';
import type { PageTheme } from './useTheme.ts';

/** One page of the admin area. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly render: (theme: PageTheme) => ReactNode;
}

const GENERATED = 'Generated traffic: a load program reports it over OpenTelemetry, by the standard names.';

/** The pages in the order of the navigation; the first one opens by default. */
export const pages: readonly [Page, ...Page[]] = [
  {
    id: systemOverview.id,
    title: 'System overview',
    lead: 'The machine this marketplace runs on, measured every five seconds.',
    render: (theme) => <DashboardPage dashboard={systemOverview} theme={theme} />,
  },
  {
    id: apiUsage.id,
    title: 'API usage',
    lead: 'The monitoring backend’s own HTTP traffic, and what collecting all of this costs.',
    render: (theme) => <DashboardPage dashboard={apiUsage} theme={theme} />,
  },
  {
    id: apiReliability.id,
    title: 'API reliability',
    lead: 'Whether that API keeps its objective, how long its answers take, and what it collects from.',
    render: (theme) => <DashboardPage dashboard={apiReliability} theme={theme} />,
  },
  {
    id: llmPerformance.id,
    title: 'LLM performance',
    lead: GENERATED,
    render: (theme) => <DashboardPage dashboard={llmPerformance} theme={theme} />,
  },
  {
    id: costAnalysis.id,
    title: 'LLM cost',
    lead: `${GENERATED} The price list of the backend’s configuration turns its tokens into money.`,
    render: (theme) => <DashboardPage dashboard={costAnalysis} theme={theme} />,
  },
  {
    id: vectorDatabase.id,
    title: 'Vector database',
    lead: GENERATED,
    render: (theme) => <DashboardPage dashboard={vectorDatabase} theme={theme} />,
  },
  {
    id: agentBehaviour.id,
    title: 'Agents',
    lead: GENERATED,
    render: (theme) => <DashboardPage dashboard={agentBehaviour} theme={theme} />,
  },
  {
    id: 'alerts',
    title: 'Alerts',
    lead: 'What is wrong now, what is silenced, and the rules that decide it.',
    render: (theme) => <AlertsPage theme={theme} />,
  },
  {
    id: alertReview.id,
    title: 'Alert review',
    lead: 'Which rules help and which only disturb: look at it now and then, and change the rules.',
    render: (theme) => <DashboardPage dashboard={alertReview} theme={theme} />,
  },
  {
    id: 'incidents',
    title: 'Incidents',
    lead: 'What people do about it, from the first alert to the last.',
    render: (theme) => <IncidentsPage theme={theme} />,
  },
  {
    id: 'logs',
    title: 'Logs',
    lead: 'What the monitoring backend itself says.',
    render: (theme) => <LogsPage theme={theme} />,
  },
  {
    id: 'reports',
    title: 'Reports',
    lead: 'Dashboards that arrive by mail.',
    render: (theme) => <ReportsPage theme={theme} />,
  },
];
