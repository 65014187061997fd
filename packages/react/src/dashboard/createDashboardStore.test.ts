import { GlasspaneError } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { createDashboardStore } from './createDashboardStore.ts';
import type { DashboardValues } from './DashboardState.ts';

const initial: DashboardValues = {
  timeRange: { from: 'now-1h', to: 'now' },
  refreshIntervalMs: 30_000,
  isPaused: false,
  variables: {},
};
const lastDay = { from: 'now-24h', to: 'now' };

describe('createDashboardStore', () => {
  it('changes what the host does not control, and tells of it', () => {
    const heard: Partial<DashboardValues>[] = [];
    const store = createDashboardStore({ initial, onChange: (values) => heard.push(values) });
    store.getState().change({ timeRange: lastDay });
    expect({ values: store.getState().values, heard }).toEqual({
      values: { ...initial, timeRange: lastDay },
      heard: [{ timeRange: lastDay }],
    });
  });

  it('only asks for a change of what the host controls', () => {
    const heard: Partial<DashboardValues>[] = [];
    const store = createDashboardStore({ initial, onChange: (values) => heard.push(values) });
    store.getState().control({ timeRange: initial.timeRange });
    store.getState().change({ timeRange: lastDay, isPaused: true });
    expect({ values: store.getState().values, heard }).toEqual({
      values: { ...initial, isPaused: true },
      heard: [{ timeRange: lastDay, isPaused: true }],
    });
  });

  it('takes over what the host controls', () => {
    const store = createDashboardStore({ initial });
    store.getState().control({ timeRange: lastDay });
    expect(store.getState().values).toEqual({ ...initial, timeRange: lastDay });
  });

  it('keeps the outages of its widgets apart', () => {
    const store = createDashboardStore({ initial });
    const outage = { error: new GlasspaneError('unreachable', 'No answer.') };
    store.getState().setOutage('a', outage);
    store.getState().setOutage('b', outage);
    store.getState().setOutage('a', undefined);
    expect([...store.getState().outages]).toEqual([['b', outage]]);
  });

  it('remembers the time ranges of a viewer, and goes back through them', () => {
    const store = createDashboardStore({ initial });
    const [day, week] = [lastDay, { from: 'now-7d', to: 'now' }];
    store.getState().change({ timeRange: day });
    store.getState().change({ timeRange: { ...day } });
    store.getState().change({ timeRange: week });
    expect(store.getState().pastTimeRanges).toEqual([initial.timeRange, day]);
    store.getState().zoomBack();
    expect([store.getState().values.timeRange, store.getState().pastTimeRanges]).toEqual([day, [initial.timeRange]]);
    store.getState().zoomBack();
    store.getState().zoomBack();
    expect([store.getState().values.timeRange, store.getState().pastTimeRanges]).toEqual([initial.timeRange, []]);
  });

  it('goes back to the first time range of all at once', () => {
    const store = createDashboardStore({ initial });
    store.getState().change({ timeRange: lastDay });
    store.getState().change({ timeRange: { from: '0', to: '1' } });
    store.getState().resetZoom();
    expect([store.getState().values.timeRange, store.getState().pastTimeRanges]).toEqual([initial.timeRange, []]);
  });

  it('remembers a time range that the host controls only once the host took another one', () => {
    const heard: Partial<DashboardValues>[] = [];
    const store = createDashboardStore({ initial, onChange: (values) => heard.push(values) });
    store.getState().control({ timeRange: initial.timeRange });
    store.getState().change({ timeRange: lastDay });
    expect(store.getState().pastTimeRanges).toEqual([]);
    store.getState().control({ timeRange: lastDay });
    expect(store.getState().pastTimeRanges).toEqual([initial.timeRange]);
    store.getState().zoomBack();
    expect([heard.at(-1), store.getState().pastTimeRanges]).toEqual([
      { timeRange: initial.timeRange },
      [initial.timeRange],
    ]);
    store.getState().control({ timeRange: initial.timeRange });
    expect(store.getState().pastTimeRanges).toEqual([]);
  });

  it('keeps which widgets are shown as tables', () => {
    const store = createDashboardStore({ initial });
    store.getState().toggleTable('a');
    store.getState().toggleTable('b');
    store.getState().toggleTable('a');
    expect([...store.getState().tableWidgetIds]).toEqual(['b']);
  });
});
