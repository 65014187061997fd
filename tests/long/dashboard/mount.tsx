import { createMemoryBackend } from '@glasspane/adapters/memory';
import type { Backend, Clock, MetricSample, MetricSource } from '@glasspane/core';
import { Dashboard } from '@glasspane/react';
import '@glasspane/react/styles.css';
import { createRoot } from 'react-dom/client';

/** What the tests call in the page. */
export interface DashboardPage {
  /** Lets 14.4 seconds pass, 500 times are two hours: a sample for every series, and all widgets ask again. Resolves when they show it. */
  refresh(): Promise<void>;
  /** Records a sample for every series each second from now on, as it happens. */
  goLive(): void;
  /** Tells how many queries were answered. */
  answered(): number;
}

declare global {
  var dashboardPage: DashboardPage;
}

const START_MS = Date.UTC(2026, 0, 5, 6);
const CHARTS = 30;
const SERIES = 5;
const INTERVAL_MS = 14_400;
const SPAN_MS = 3_600_000;
/** What is seen repeats after half an hour, so that moments can be compared. */
const PERIOD_MS = 1_800_000;
/** Samples are kept a little longer than they are shown. */
const KEPT_MS = SPAN_MS + 300_000;

/** Time stands still but for what the tests let pass, until the page is live. */
let passedMs = 0;
let liveSinceMs: number | undefined;
const clock: Clock = {
  now: () => START_MS + passedMs + (liveSinceMs === undefined ? 0 : Math.round(performance.now() - liveSinceMs)),
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

const memory = createMemoryBackend({ clock });
let [asked, answered] = [0, 0];

/** Counts the answers, so that one knows when all have come. */
const metrics: MetricSource = {
  ...memory.metrics,
  queryRange: (request, signal) => counted(memory.metrics.queryRange(request, signal)),
  queryInstant: (request, signal) => counted(memory.metrics.queryInstant(request, signal)),
};

async function counted<TResult>(answer: Promise<TResult>): Promise<TResult> {
  asked += 1;
  try {
    return await answer;
  } finally {
    answered += 1;
  }
}

function samplesAt(timeMs: number): readonly MetricSample[] {
  return Array.from({ length: CHARTS * SERIES }, (_, index) => {
    const labels = { __name__: 'load', chart: String(index % CHARTS), host: `host-${Math.floor(index / CHARTS)}` };
    return { labels, timeMs, value: 50 + 40 * Math.sin((2 * Math.PI * timeMs) / PERIOD_MS + index) };
  });
}

const TYPES = ['timeSeries', 'timeSeries', 'timeSeries', 'stat', 'gauge', 'table'] as const;

const dashboard = {
  schemaVersion: 1,
  id: 'long',
  name: 'For a long time',
  timeRange: { from: 'now-1h', to: 'now' },
  refreshIntervalMs: 0,
  widgets: Array.from({ length: CHARTS }, (_, index) => ({
    id: `widget-${index}`,
    type: TYPES[index % TYPES.length],
    title: `Widget ${index}`,
    layout: { x: 4 * (index % 6), y: 5 * Math.floor(index / 6), w: 4, h: 5 },
    queries: [{ refId: 'A', expr: `load{chart="${index}"}` }],
  })),
};

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

globalThis.dashboardPage = {
  answered: () => answered,
  async refresh() {
    passedMs += INTERVAL_MS;
    memory.store.append(samplesAt(clock.now()));
    memory.store.dropBefore(clock.now() - KEPT_MS);
    const wanted = answered + CHARTS;
    document.querySelector<HTMLButtonElement>('.gp-dashboard button[aria-label="Refresh now"]')?.click();
    while (answered < wanted || answered < asked) await nextFrame();
    await nextFrame();
    await nextFrame();
  },
  goLive() {
    liveSinceMs = performance.now();
    setInterval(() => void memory.sink.record(samplesAt(clock.now())), 1000);
  },
};

for (let ageMs = SPAN_MS; ageMs > 0; ageMs -= INTERVAL_MS) memory.store.append(samplesAt(clock.now() - ageMs));
const backend: Backend = { ...memory, metrics };
const host = document.getElementById('root');
if (host !== null) {
  createRoot(host).render(<Dashboard dashboard={dashboard} backend={backend} clock={clock} theme="light" />);
}
