import { type Alert, type Backend, type Clock, type Dashboard, type Widget, withDefaults } from '@glasspane/core';
import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { WidgetPointClick } from '../chart/interaction/PointClick.ts';
import { createSharedCrosshair } from '../chart/interaction/SharedCrosshair.ts';
import { SharedCrosshairContext } from '../chart/interaction/useSharedCrosshair.ts';
import { browserClock } from '../provider/browserClock.ts';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import { createRefreshHub } from '../query/createRefreshHub.ts';
import { RefreshHubContext } from '../query/RefreshHubContext.ts';
import { useLiveChannel } from '../query/useLiveChannel.ts';
import type { AnyWidgetDefinition } from '../widget/defineWidget.ts';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';
import { createDashboardStore } from './createDashboardStore.ts';
import { DashboardContext, type DashboardContextValue } from './DashboardContext.ts';
import type { DashboardValues } from './DashboardState.ts';
import { RuleWatch } from './RuleWatch.tsx';

/** Props of {@link DashboardProvider}. */
export interface DashboardProviderProps {
  readonly backend: Backend;
  /** The kinds of widgets that it knows; the last one of a type counts. Must be the same list at every render. */
  readonly definitions: readonly AnyWidgetDefinition[];
  readonly clock?: Clock | undefined;
  /** The document; left out where there is none. */
  readonly dashboard?: Dashboard | undefined;
  /** Where the values start that the host does not control. */
  readonly initial: DashboardValues;
  /** The values that the host controls. */
  readonly controlled: Partial<DashboardValues>;
  /** Left out: yes. */
  readonly isLive?: boolean | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  readonly headingLevel: HeadingLevel;
  /** Makes the controls at the end of each widget's head; must be the same function at every render. */
  readonly renderWidgetActions?: ((widget: Widget) => ReactNode) | undefined;
  /** Hears of the alert that a viewer presses in a widget's list. */
  readonly onAlertClick?: ((alert: Alert) => void) | undefined;
  /** Hears of the marks that a viewer clicks. */
  readonly onPointClick?: ((point: WidgetPointClick) => void) | undefined;
  onChange(values: Partial<DashboardValues>): void;
  readonly children: ReactNode;
}

/** Makes one dashboard instance: its store, its refresh hub and its live channel, which end with it. */
export function DashboardProvider(props: DashboardProviderProps): ReactElement {
  const { clock = browserClock, dashboard, locale, timeZone, headingLevel, renderWidgetActions } = props;
  const backend = useMemo(() => withDefaults(props.backend, { clock }), [props.backend, clock]);
  const definitions = useMemo(
    () => new Map(props.definitions.map((definition) => [definition.type, definition])),
    [props.definitions],
  );
  const onChange = useRef(props.onChange);
  const [store] = useState(() =>
    createDashboardStore({
      initial: { ...props.initial, ...props.controlled },
      onChange: (values) => onChange.current(values),
    }),
  );
  const [hub] = useState(() => createRefreshHub(clock));
  const [crosshair] = useState(createSharedCrosshair);
  const onAlertClick = useSteadyCallback(props.onAlertClick);
  const onPointClick = useSteadyCallback(props.onPointClick);
  useEffect(() => {
    onChange.current = props.onChange;
  });
  const controlledKey = JSON.stringify(props.controlled);
  // Hosts write these objects inline: what they say counts, not which object it is.
  useIsomorphicLayoutEffect(() => store.getState().control(props.controlled), [store, controlledKey]);
  const value = useMemo<DashboardContextValue>(
    () => ({
      dashboard,
      store,
      hub,
      backend,
      definitions,
      clock,
      locale,
      timeZone,
      headingLevel,
      renderWidgetActions,
      onAlertClick,
      onPointClick,
    }),
    [
      dashboard,
      store,
      hub,
      backend,
      definitions,
      clock,
      locale,
      timeZone,
      headingLevel,
      renderWidgetActions,
      onAlertClick,
      onPointClick,
    ],
  );
  const live = useMemo(() => ({ hub, backendId: backend.id }), [hub, backend.id]);
  return (
    <DashboardContext.Provider value={value}>
      <RefreshHubContext.Provider value={live}>
        <LiveChannel isLive={props.isLive ?? true} value={value} />
        {backend.rules !== undefined && <RuleWatch backend={backend} rules={backend.rules} store={store} />}
        <SharedCrosshairContext.Provider value={crosshair}>{props.children}</SharedCrosshairContext.Provider>
      </RefreshHubContext.Provider>
    </DashboardContext.Provider>
  );
}

/** Renders nothing; a component of its own, so that pausing does not render the dashboard. */
function LiveChannel({ isLive, value }: { readonly isLive: boolean; readonly value: DashboardContextValue }): null {
  const { store, hub, backend } = value;
  const isPaused = useStore(store, (state) => state.values.isPaused);
  useLiveChannel({ hub, source: backend.metrics, isEnabled: isLive && !isPaused, onState: store.getState().setLive });
  return null;
}

/** Hosts write callbacks inline: the widgets get one that stays the same. */
function useSteadyCallback<TSubject>(
  callback: ((subject: TSubject) => void) | undefined,
): ((subject: TSubject) => void) | undefined {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  const steady = useCallback((subject: TSubject) => latest.current?.(subject), []);
  return callback === undefined ? undefined : steady;
}
