import type { Alert, Backend, Clock, Dashboard, Widget } from '@glasspane/core';
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { WidgetPointClick } from '../chart/interaction/PointClick.ts';
import type { RefreshHub } from '../query/createRefreshHub.ts';
import type { AnyWidgetDefinition } from '../widget/defineWidget.ts';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';
import type { DashboardActions, DashboardStore } from './createDashboardStore.ts';
import type { DashboardState } from './DashboardState.ts';

/** What the parts of one dashboard instance share. */
export interface DashboardContextValue {
  /** The document; left out where there is none, as around a single chart. */
  readonly dashboard: Dashboard | undefined;
  readonly store: DashboardStore;
  readonly hub: RefreshHub;
  readonly backend: Backend;
  readonly definitions: ReadonlyMap<string, AnyWidgetDefinition>;
  readonly clock: Clock;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  /** The level of the widgets' headings. */
  readonly headingLevel: HeadingLevel;
  /** Makes the controls at the end of each widget's head. */
  readonly renderWidgetActions: ((widget: Widget) => ReactNode) | undefined;
  /** Hears of the alert that a viewer presses in a widget's list. */
  readonly onAlertClick: ((alert: Alert) => void) | undefined;
  /** Hears of the marks that a viewer clicks. */
  readonly onPointClick: ((point: WidgetPointClick) => void) | undefined;
}

/** Carries one dashboard instance to its parts. */
export const DashboardContext: React.Context<DashboardContextValue | undefined> = createContext<
  DashboardContextValue | undefined
>(undefined);

/** Returns the dashboard around the calling component. `caller` names the hook in the error where there is none. */
export function useDashboardContext(caller: string): DashboardContextValue {
  const value = useContext(DashboardContext);
  if (value === undefined) throw new Error(`${caller} needs a <Dashboard> above it; render its component inside one.`);
  return value;
}

/** Returns a part of the dashboard's state, and renders again when that part changes. */
export function useDashboardState<TPart>(
  caller: string,
  select: (state: DashboardState & DashboardActions) => TPart,
): TPart {
  return useStore(useDashboardContext(caller).store, select);
}
