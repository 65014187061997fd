import type { Clock, LiveState, MetricSource } from '@glasspane/core';

type Selector = Parameters<NonNullable<MetricSource['subscribe']>>[0]['selectors'][number];

/** One query on the screen that wants to hear of new samples. */
export interface RefreshMember {
  /** The selectors that its expression reads. */
  readonly selectors: readonly Selector[];
  /** The least time between two refreshes that new samples cause, in milliseconds. */
  readonly minGapMs: number;
  /** Asks again. Resolves when the answer is there, also where it is an error. */
  refetch(): Promise<unknown>;
}

/** Asks the queries of one dashboard again: all of them on demand, or those concerned when new samples arrive. */
export interface RefreshHub {
  /** Adds a query; the returned function takes it away again. */
  add(member: RefreshMember): () => void;
  /** Asks all queries again. */
  refreshAll(): void;
  /** Tells whether the live channel is open, so that new samples are heard of. */
  isLive(): boolean;
  /**
   * Opens one live channel for all queries; the returned function closes it. Only one is open at a time, and none, which
   * is told as `off`, while no query reads anything that may still come.
   */
  connect(source: MetricSource, onState: (state: LiveState | 'off') => void): () => void;
}

interface Entry {
  readonly member: RefreshMember;
  readonly request: () => void;
  readonly stop: () => void;
}

/** Makes the refresh hub of one dashboard instance. */
export function createRefreshHub(clock: Clock): RefreshHub {
  const entries = new Set<Entry>();
  let reconnect: (() => void) | undefined;
  let live: LiveState | 'off' = 'off';
  return {
    add(member) {
      const entry = { member, ...throttled(clock, member) };
      entries.add(entry);
      reconnect?.();
      return () => {
        entry.stop();
        entries.delete(entry);
        reconnect?.();
      };
    },
    refreshAll() {
      for (const { request } of entries) request();
    },
    isLive: () => live === 'open',
    connect(source, onState) {
      const channel = openChannel(source, clock, entries, (state) => {
        live = state;
        onState(state);
      });
      reconnect = channel.reconnect;
      return () => {
        reconnect = undefined;
        live = 'off';
        channel.close();
      };
    },
  };
}

/** Runs a refetch at once, but neither twice at a time nor more often than its gap; what comes too early runs later. */
function throttled(clock: Clock, { minGapMs, refetch }: RefreshMember): Pick<Entry, 'request' | 'stop'> {
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let lastStartMs = Number.NEGATIVE_INFINITY;
  let cancelTimer: (() => void) | undefined;
  const run = (): void => {
    cancelTimer = undefined;
    isWanted = false;
    isRunning = true;
    lastStartMs = clock.now();
    const settle = (): void => {
      isRunning = false;
      if (isWanted) request();
    };
    refetch().then(settle, settle);
  };
  const request = (): void => {
    if (isStopped || cancelTimer !== undefined) return;
    if (isRunning) {
      isWanted = true;
      return;
    }
    const waitMs = lastStartMs + minGapMs - clock.now();
    if (waitMs <= 0) run();
    else cancelTimer = clock.setTimeout(run, waitMs);
  };
  const stop = (): void => {
    isStopped = true;
    cancelTimer?.();
    cancelTimer = undefined;
  };
  return { request, stop };
}

/** Keeps one subscription for the selectors of all entries, and opens it anew when they have changed. */
function openChannel(
  source: MetricSource,
  clock: Clock,
  entries: ReadonlySet<Entry>,
  onState: (state: LiveState | 'off') => void,
): { reconnect(): void; close(): void } {
  let unsubscribe: (() => void) | undefined;
  let cancelTimer: (() => void) | undefined;
  let openKey = '';
  let wasLost = false;
  let selectors: { readonly selector: Selector; readonly entry: Entry }[] = [];
  const open = (): void => {
    cancelTimer = undefined;
    selectors = [...entries].flatMap((entry) => entry.member.selectors.map((selector) => ({ selector, entry })));
    const key = JSON.stringify(selectors.map(({ selector }) => selector));
    if (key === openKey) return;
    openKey = key;
    unsubscribe?.();
    unsubscribe = undefined;
    if (selectors.length === 0) {
      wasLost = false;
      onState('off');
      return;
    }
    unsubscribe = source.subscribe?.({
      selectors: selectors.map(({ selector }) => selector),
      onSamples({ matched }) {
        const concerned = matched?.map((index) => selectors[index]?.entry) ?? entries;
        for (const entry of new Set(concerned)) entry?.request();
      },
      onState(state) {
        onState(state);
        // A lost channel is the first sign of an outage, and what came while it was lost was not heard of.
        const isNews = state === 'lost' ? !wasLost : state === 'open' && wasLost;
        if (isNews) for (const { request } of entries) request();
        wasLost = state === 'lost' || (wasLost && state !== 'open');
      },
    });
  };
  // Widgets come and go in bursts: at mount, and while a viewer scrolls.
  const reconnect = (): void => {
    cancelTimer?.();
    cancelTimer = clock.setTimeout(open, 100);
  };
  reconnect();
  return {
    reconnect,
    close() {
      cancelTimer?.();
      unsubscribe?.();
      unsubscribe = undefined;
    },
  };
}
