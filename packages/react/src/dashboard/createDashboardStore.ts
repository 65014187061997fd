import type { AlertRuleStatus, LiveState, TimeRange } from '@glasspane/core';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DashboardState, DashboardValues, WidgetOutage } from './DashboardState.ts';

/** The actions of a dashboard's store. */
export interface DashboardActions {
  /** Changes what a viewer can change; what the host controls is only asked for. */
  change(values: Partial<DashboardValues>): void;
  /** Goes back to the time range before, if there is one; where the host controls it, asks the host to. */
  zoomBack(): void;
  /** Goes back to the first time range of all, in the same way. */
  resetZoom(): void;
  /** Shows the table of a widget in place of its view, or its view again. */
  toggleTable(widgetId: string): void;
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
    ...tableSlice(set, get),
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
): Pick<DashboardState, 'values' | 'pastTimeRanges'> &
  Pick<DashboardActions, 'change' | 'control' | 'zoomBack' | 'resetZoom'> {
  let controlled: Partial<DashboardValues> = {};
  // What lies behind the viewer once the host does what it was asked for.
  let askedPast: readonly TimeRange[] | undefined;
  const go = (values: Partial<DashboardValues>, past: readonly TimeRange[]): void => {
    const isAsked = values.timeRange !== undefined && controlled.timeRange !== undefined;
    if (isAsked) askedPast = past;
    set({
      values: { ...get().values, ...values, ...controlled },
      pastTimeRanges: isAsked ? get().pastTimeRanges : past,
    });
    onChange?.(values);
  };
  return {
    values: initial,
    pastTimeRanges: [],
    change(values) {
      const { pastTimeRanges, values: current } = get();
      const isSame = values.timeRange === undefined || isSameRange(values.timeRange, current.timeRange);
      go(values, isSame ? pastTimeRanges : [...pastTimeRanges, current.timeRange].slice(-mostPastRanges));
    },
    zoomBack() {
      const { pastTimeRanges: past } = get();
      const timeRange = past.at(-1);
      if (timeRange !== undefined) go({ timeRange }, past.slice(0, -1));
    },
    resetZoom() {
      const [timeRange] = get().pastTimeRanges;
      if (timeRange !== undefined) go({ timeRange }, []);
    },
    control(values) {
      controlled = values;
      const current = get().values;
      const next = { ...current, ...values };
      // At mount they are in already; nobody needs to render again for that.
      if (valueNames.every((name) => next[name] === current[name])) return;
      const isAnswer = askedPast !== undefined && !isSameRange(next.timeRange, current.timeRange);
      set({ values: next, pastTimeRanges: (isAnswer ? askedPast : undefined) ?? get().pastTimeRanges });
      if (isAnswer) askedPast = undefined;
    },
  };
}

const mostPastRanges = 50;

function isSameRange(a: TimeRange, b: TimeRange): boolean {
  return a.from === b.from && a.to === b.to;
}

function tableSlice(
  set: Set,
  get: Get,
): Pick<DashboardState, 'tableWidgetIds'> & Pick<DashboardActions, 'toggleTable'> {
  return {
    tableWidgetIds: new Set(),
    toggleTable(widgetId) {
      const tableWidgetIds = new Set(get().tableWidgetIds);
      if (!tableWidgetIds.delete(widgetId)) tableWidgetIds.add(widgetId);
      set({ tableWidgetIds });
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
