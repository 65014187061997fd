import type { AlertRuleStatus, LiveState } from '@glasspane/core';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DashboardState, DashboardValues, WidgetOutage } from './DashboardState.ts';

/** The actions of a dashboard's store. */
export interface DashboardActions {
  /** Changes what a viewer can change; what the host controls is only asked for. */
  change(values: Partial<DashboardValues>): void;
  /** Takes over the values that the host controls; the others stay as they are. */
  control(values: Partial<DashboardValues>): void;
  setWidgetVisible(widgetId: string, isVisible: boolean): void;
  setLive(live: LiveState | 'off'): void;
  setOutage(widgetId: string, outage: WidgetOutage | undefined): void;
  setAlertRules(rules: readonly AlertRuleStatus[]): void;
}

export type DashboardStore = StoreApi<DashboardState & DashboardActions>;

export interface CreateDashboardStoreOptions {
  readonly initial: DashboardValues;
  /** Hears of every change that a viewer makes or asks for. */
  onChange?(values: Partial<DashboardValues>): void;
}

/** Makes the store of one dashboard instance: nothing in it is shared with another one. */
export function createDashboardStore({ initial, onChange }: CreateDashboardStoreOptions): DashboardStore {
  return createStore((set, get) => ({
    ...valuesSlice(initial, set, get, onChange),
    ...visibilitySlice(set, get),
    ...connectionSlice(set, get),
    ...alertsSlice(set, get),
  }));
}

const valueNames = ['timeRange', 'refreshIntervalMs', 'isPaused', 'variables'] as const;

type Set = (state: Partial<DashboardState>) => void;
type Get = () => DashboardState;

function valuesSlice(
  initial: DashboardValues,
  set: Set,
  get: Get,
  onChange: CreateDashboardStoreOptions['onChange'],
): Pick<DashboardState, 'values'> & Pick<DashboardActions, 'change' | 'control'> {
  let controlled: Partial<DashboardValues> = {};
  return {
    values: initial,
    change(values) {
      set({ values: { ...get().values, ...values, ...controlled } });
      onChange?.(values);
    },
    control(values) {
      controlled = values;
      const current = get().values;
      const next = { ...current, ...values };
      // At mount they are in already; nobody needs to render again for that.
      if (valueNames.some((name) => next[name] !== current[name])) set({ values: next });
    },
  };
}

function visibilitySlice(
  set: Set,
  get: Get,
): Pick<DashboardState, 'visibleWidgetIds'> & Pick<DashboardActions, 'setWidgetVisible'> {
  return {
    visibleWidgetIds: new Set(),
    setWidgetVisible(widgetId, isVisible) {
      const current = get().visibleWidgetIds;
      if (current.has(widgetId) === isVisible) return;
      const visibleWidgetIds = new Set(current);
      if (isVisible) visibleWidgetIds.add(widgetId);
      else visibleWidgetIds.delete(widgetId);
      set({ visibleWidgetIds });
    },
  };
}

function connectionSlice(
  set: Set,
  get: Get,
): Pick<DashboardState, 'live' | 'outages'> & Pick<DashboardActions, 'setLive' | 'setOutage'> {
  return {
    live: 'off',
    outages: new Map(),
    setLive: (live) => set({ live }),
    setOutage(widgetId, outage) {
      const current = get().outages;
      if (current.get(widgetId) === outage) return;
      const outages = new Map(current);
      if (outage === undefined) outages.delete(widgetId);
      else outages.set(widgetId, outage);
      set({ outages });
    },
  };
}

function alertsSlice(set: Set, get: Get): Pick<DashboardState, 'alertRules'> & Pick<DashboardActions, 'setAlertRules'> {
  return {
    alertRules: [],
    setAlertRules(alertRules) {
      if (alertRules.length > 0 || get().alertRules.length > 0) set({ alertRules });
    },
  };
}
