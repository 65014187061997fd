import type { Backend, Clock, TimeRange, VariableValues } from '@glasspane/core';
import { createContext, useContext } from 'react';

/**
 * What stands around a widget's view, for views that ask the backend for something else than metrics.
 *
 * @public
 */
export interface WidgetEnvironment {
  readonly backend: Backend;
  /** The time range as it is written: the widget's own, or the dashboard's. */
  readonly timeRange: TimeRange;
  readonly variables: VariableValues;
  /** How often to ask again, in milliseconds; 0: never. */
  readonly refreshIntervalMs: number;
  /** Whether the viewer holds the dashboard still. */
  readonly isPaused: boolean;
  readonly clock: Clock;
}

/** Carries what stands around a widget to its view. */
export const WidgetEnvironmentContext: React.Context<WidgetEnvironment | undefined> = createContext<
  WidgetEnvironment | undefined
>(undefined);

/**
 * Returns what stands around the widget whose view calls it.
 *
 * @throws Error Outside of a widget.
 *
 * @public
 */
export function useWidgetEnvironment(): WidgetEnvironment {
  const value = useContext(WidgetEnvironmentContext);
  if (value === undefined) throw new Error('useWidgetEnvironment needs a widget above it; call it in a widget’s View.');
  return value;
}
