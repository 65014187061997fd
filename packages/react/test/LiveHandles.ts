/** Counts what a page has running: timers, observers and listeners that were started since {@link LiveHandles.watch}. */
export class LiveHandles {
  readonly #live = new Map<string, Set<unknown>>();
  readonly #undo: (() => void)[] = [];

  /** Starts to count; {@link unwatch} ends it. */
  watch(): void {
    this.#watchTimers('setTimeout', 'clearTimeout');
    this.#watchTimers('setInterval', 'clearInterval');
    for (const name of ['IntersectionObserver', 'ResizeObserver'] as const) this.#watchObservers(name);
    for (const target of [document, window]) this.#watchListeners(target);
  }

  /** Puts everything back as it was. */
  unwatch(): void {
    for (const undo of this.#undo.reverse()) undo();
  }

  /** Returns how many of each kind are running; kinds without any are left out. */
  count(): Record<string, number> {
    return Object.fromEntries([...this.#live].flatMap(([kind, live]) => (live.size === 0 ? [] : [[kind, live.size]])));
  }

  #of(kind: string): Set<unknown> {
    const live = this.#live.get(kind) ?? new Set();
    this.#live.set(kind, live);
    return live;
  }

  #watchTimers(start: 'setTimeout' | 'setInterval', stop: 'clearTimeout' | 'clearInterval'): void {
    const original = { start: window[start], stop: window[stop] };
    const live = this.#of(start);
    const started = (callback: TimerHandler, delayMs?: number, ...args: unknown[]): unknown => {
      const run = (): void => {
        if (start === 'setTimeout') live.delete(id);
        if (typeof callback === 'function') callback(...args);
      };
      const id: unknown = original.start.call(window, run, delayMs);
      live.add(id);
      return id;
    };
    const stopped = (id?: number): void => {
      live.delete(id);
      original.stop.call(window, id);
    };
    Object.assign(window, { [start]: started, [stop]: stopped });
    this.#undo.push(() => Object.assign(window, { [start]: original.start, [stop]: original.stop }));
  }

  #watchObservers(name: 'IntersectionObserver' | 'ResizeObserver'): void {
    const { prototype } = window[name];
    const { observe, disconnect } = prototype;
    const live = this.#of(name);
    prototype.observe = function (this: never, ...args: never) {
      live.add(this);
      return Reflect.apply(observe, this, args);
    };
    prototype.disconnect = function (this: never) {
      live.delete(this);
      return Reflect.apply(disconnect, this, []);
    };
    this.#undo.push(() => Object.assign(prototype, { observe, disconnect }));
  }

  #watchListeners(target: Document | Window): void {
    const { addEventListener, removeEventListener } = target;
    const live = this.#of('listeners');
    const keys = new Map<unknown, Map<string, object>>();
    const keyOf = (type: string, listener: unknown): object => {
      const byType = keys.get(listener) ?? new Map<string, object>();
      keys.set(listener, byType);
      const key = byType.get(type) ?? { type };
      byType.set(type, key);
      return key;
    };
    target.addEventListener = (type: string, listener: never, options?: never) => {
      live.add(keyOf(type, listener));
      Reflect.apply(addEventListener, target, [type, listener, options]);
    };
    target.removeEventListener = (type: string, listener: never, options?: never) => {
      live.delete(keyOf(type, listener));
      Reflect.apply(removeEventListener, target, [type, listener, options]);
    };
    this.#undo.push(() => Object.assign(target, { addEventListener, removeEventListener }));
  }
}
