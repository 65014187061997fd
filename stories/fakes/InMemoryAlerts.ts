import {
  type Alert,
  type AlertRequest,
  type AlertSource,
  type Clock,
  GlasspaneError,
  type NewSilence,
  type Silence,
  type SilenceStore,
} from '@glasspane/core';
import { compileMatchers } from '@glasspane/promql';

/** Alerts and silences in memory, for stories and tests: a silence marks the alerts that satisfy its matchers. */
export class InMemoryAlerts {
  /** What the list gives, silences left out; a test may change it. */
  alerts: readonly Alert[];
  readonly #silences = new Map<string, Omit<Silence, 'state'>>();
  readonly #clock: Clock;

  constructor(alerts: readonly Alert[], clock: Clock) {
    this.alerts = alerts;
    this.#clock = clock;
  }

  readonly source: AlertSource = {
    list: async ({ matchers = [] }: AlertRequest) => {
      const isWanted = compileMatchers(matchers);
      return this.alerts.filter(({ labels }) => isWanted(labels)).map((alert) => this.#marked(alert));
    },
  };

  readonly silences: SilenceStore = {
    list: async () => [...this.#silences.values()].map((silence) => this.#withState(silence)),
    create: async (silence: NewSilence) => {
      if (silence.endsAtMs <= this.#clock.now()) {
        throw new GlasspaneError('invalid', 'The silence ends in the past; choose a later end.');
      }
      const id = `silence-${this.#silences.size + 1}`;
      this.#silences.set(id, { ...silence, id, updatedAtMs: this.#clock.now() });
      return id;
    },
    expire: async (id: string) => {
      const silence = this.#silences.get(id);
      if (silence === undefined) throw new GlasspaneError('not_found', `There is no silence "${id}".`);
      const nowMs = this.#clock.now();
      this.#silences.set(id, { ...silence, endsAtMs: Math.min(silence.endsAtMs, nowMs), updatedAtMs: nowMs });
    },
  };

  #withState(silence: Omit<Silence, 'state'>): Silence {
    const nowMs = this.#clock.now();
    const state = silence.endsAtMs <= nowMs ? 'expired' : silence.startsAtMs > nowMs ? 'pending' : 'active';
    return { ...silence, state };
  }

  #marked(alert: Alert): Alert {
    const silencedBy = [...this.#silences.values()]
      .filter((silence) => this.#withState(silence).state === 'active')
      .filter(({ matchers }) => compileMatchers(matchers)(alert.labels))
      .map(({ id }) => id);
    return silencedBy.length === 0 ? alert : { ...alert, silencedBy };
  }
}
