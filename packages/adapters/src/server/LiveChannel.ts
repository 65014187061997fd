import { type Clock, type ErrorCode, GlasspaneError, type LiveState, type MetricSubscription } from '@glasspane/core';
import { printSelector } from '@glasspane/promql/syntax';
import { callListener } from '../internal/callListener.ts';
import type { HttpTransport } from '../internal/prometheusApi/HttpTransport.ts';
import { type LiveSamples, readLiveStream } from './readLiveStream.ts';

/** What a live channel works with. */
export interface LiveChannelOptions {
  readonly transport: HttpTransport;
  readonly clock: Clock;
  /** Returns a number from 0 to 1 that spreads reconnections, so that many pages do not return in the same moment. */
  readonly random: () => number;
}

interface Subscriber {
  readonly subscription: MetricSubscription;
  readonly selectors: readonly string[];
  state: LiveState | undefined;
}

interface Connection {
  readonly selectors: readonly string[];
  readonly controller: AbortController;
  isOpen: boolean;
}

/** Collects the subscriptions of a page that mounts its widgets into one request. */
const DEBOUNCE_MS = 50;
const FIRST_RETRY_MS = 1000;
/** Somebody is looking at the page and waits. */
const MAX_RETRY_MS = 5000;
/** The longest that a server may ask for. */
const MAX_RETRY_AFTER_MS = 60_000;

/** Servers and proxies take addresses of some 8 kB; beyond, the channel asks to hear of everything. */
const MAX_SELECTORS_LENGTH = 4000;
const EVERYTHING = '{__name__!=""}';

/** Trying again would give the same answer. */
const FINAL_CODES: readonly ErrorCode[] = ['unauthorized', 'forbidden', 'not_found', 'bad_query', 'invalid'];

/**
 * All live subscriptions of one backend over one request. The first subscriber opens it and the last one closes it; when
 * a new selector comes, a request with all of them takes over from the old one once it is open, so that nothing is missed.
 */
export class LiveChannel {
  readonly #options: LiveChannelOptions;
  readonly #subscribers = new Set<Subscriber>();
  /** The newest, and older ones that still deliver until it is open. */
  readonly #connections = new Set<Connection>();
  #newest: Connection | undefined;
  #cancelTimer: () => void = () => undefined;
  #failures = 0;
  #retryAtMs = 0;

  constructor(options: LiveChannelOptions) {
    this.#options = options;
  }

  subscribe(subscription: MetricSubscription): () => void {
    const selectors = subscription.selectors.map((matchers) =>
      matchers.length === 0 ? EVERYTHING : printSelector(matchers),
    );
    const subscriber: Subscriber = { subscription, selectors, state: undefined };
    this.#subscribers.add(subscriber);
    tell(subscriber, 'connecting');
    this.#schedule();
    return () => {
      // Fewer selectors need no new request: events that nobody waits for are dropped.
      if (this.#subscribers.delete(subscriber) && this.#subscribers.size === 0) this.#stop();
    };
  }

  #schedule(): void {
    const { clock } = this.#options;
    // A clock that was set back must not hold up the next try.
    const restMs = Math.min(MAX_RETRY_AFTER_MS, this.#retryAtMs - clock.now());
    this.#cancelTimer();
    this.#cancelTimer = clock.setTimeout(() => this.#reconcile(), Math.max(DEBOUNCE_MS, restMs));
  }

  /** Makes the newest connection one that covers what the subscribers want. */
  #reconcile(): void {
    const wanted = wantedSelectors(this.#subscribers);
    if (this.#newest === undefined || !covers(this.#newest, wanted)) this.#connect(wanted);
    else if (this.#newest.isOpen) this.#tellAll('open');
  }

  #connect(selectors: readonly string[]): void {
    for (const older of this.#connections) if (!older.isOpen) older.controller.abort();
    const connection: Connection = { selectors, controller: new AbortController(), isOpen: false };
    this.#connections.add(connection);
    this.#newest = connection;
    const { transport, clock } = this.#options;
    const onOpen = (): void => this.#onOpen(connection);
    const onSamples = (samples: LiveSamples): void => this.#deliver(connection, samples);
    const reading = readLiveStream({ transport, selectors, clock, onOpen, onSamples }, connection.controller.signal);
    reading.catch((error: unknown) => this.#onEnd(connection, error));
  }

  #onOpen(connection: Connection): void {
    if (connection !== this.#newest) return;
    connection.isOpen = true;
    this.#failures = 0;
    this.#closeOthers(connection);
    this.#tellAll('open');
  }

  #deliver(connection: Connection, { timeMs, selectorIndexes }: LiveSamples): void {
    if (connection.controller.signal.aborted) return;
    const touched = new Set(selectorIndexes.map((index) => connection.selectors[index]));
    for (const { subscription, selectors: own } of this.#subscribers) {
      const matched = own.flatMap((selector, index) => (touched.has(selector) ? [index] : []));
      if (isCoarse(connection)) callListener(() => subscription.onSamples({ timeMs }));
      else if (matched.length > 0) callListener(() => subscription.onSamples({ timeMs, matched }));
    }
  }

  #onEnd(connection: Connection, error: unknown): void {
    this.#connections.delete(connection);
    if (connection !== this.#newest) return;
    this.#newest = undefined;
    this.#closeOthers(connection);
    this.#failures += 1;
    const { code, retryAfterMs = 0 } = error instanceof GlasspaneError ? error : { code: 'internal' as const };
    if (code === 'bad_query' && !isCoarse(connection)) {
      // One selector that the server does not take must not silence the others.
      this.#connect([EVERYTHING]);
      return;
    }
    if (FINAL_CODES.includes(code)) {
      this.#tellAll('refused');
      return;
    }
    const { clock, random } = this.#options;
    const backoffMs = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
    const askedMs = Math.min(MAX_RETRY_AFTER_MS, retryAfterMs);
    this.#retryAtMs = clock.now() + Math.max(askedMs, backoffMs * (0.5 + random() / 2));
    this.#tellAll('lost');
    // A listener may just have ended the last subscription.
    if (this.#subscribers.size > 0) this.#schedule();
  }

  #closeOthers(connection: Connection): void {
    for (const other of this.#connections) if (other !== connection) other.controller.abort();
  }

  #tellAll(state: LiveState): void {
    for (const subscriber of this.#subscribers) tell(subscriber, state);
  }

  #stop(): void {
    this.#cancelTimer();
    this.#newest = undefined;
    for (const { controller } of this.#connections) controller.abort();
    this.#failures = 0;
    this.#retryAtMs = 0;
  }
}

function wantedSelectors(subscribers: Iterable<Subscriber>): readonly string[] {
  const selectors = [...new Set(Array.from(subscribers, (subscriber) => subscriber.selectors).flat())].sort();
  const length = selectors.reduce((sum, selector) => sum + encodeURIComponent(selector).length, 0);
  return length > MAX_SELECTORS_LENGTH ? [EVERYTHING] : selectors;
}

/** Whether it hears of everything, and cannot tell one selector from another. */
function isCoarse({ selectors }: Connection): boolean {
  return selectors.length === 1 && selectors[0] === EVERYTHING;
}

function covers(connection: Connection, wanted: readonly string[]): boolean {
  return isCoarse(connection) || wanted.every((selector) => connection.selectors.includes(selector));
}

function tell(subscriber: Subscriber, state: LiveState): void {
  if (subscriber.state === state) return;
  subscriber.state = state;
  callListener(() => subscriber.subscription.onState?.(state));
}
