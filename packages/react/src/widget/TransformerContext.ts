import { createContext } from 'react';
import type { transformResults } from './transformResults.ts';

/**
 * Carries what applies transformations to the widgets of a dashboard. A single chart has none and does without: they are as
 * large as a chart.
 */
export const TransformerContext: React.Context<typeof transformResults | undefined> = createContext<
  typeof transformResults | undefined
>(undefined);
