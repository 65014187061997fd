import { type ComponentType, createContext } from 'react';
import type { DataTableProps } from './PlainTable.tsx';
import type { transformResults } from './transformResults.ts';

/** What a dashboard gives to its widgets, and a single chart does without: each is a good part of what a chart weighs. */
export interface WidgetTools {
  /** Applies transformations. */
  readonly transform: typeof transformResults;
  /** Shows a table of any number of rows. */
  readonly Table: ComponentType<DataTableProps>;
}

/** Carries the tools of a dashboard to its widgets. */
export const WidgetToolsContext: React.Context<WidgetTools | undefined> = createContext<WidgetTools | undefined>(
  undefined,
);
