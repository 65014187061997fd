import type { Dashboard } from '@glasspane/core';
import { apiUsage, systemOverview } from '@glasspane/core/content';

/** One page of the admin area. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly dashboard: Dashboard;
}

/** The pages in the order of the navigation; the first one opens by default. */
export const pages: readonly [Page, ...Page[]] = [
  {
    id: 'system',
    title: 'System overview',
    lead: 'The machine this marketplace runs on, measured every five seconds.',
    dashboard: systemOverview,
  },
  {
    id: 'api',
    title: 'API usage',
    lead: 'The monitoring backend’s own HTTP traffic, and what collecting all of this costs.',
    dashboard: apiUsage,
  },
];
