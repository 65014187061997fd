import { createHash } from 'node:crypto';
import type { ActiveAlert, Rule, RuleState } from '@glasspane/core/alerting';
import type { DocumentChange, DocumentStore } from '../documents/DocumentStore.ts';

const COLLECTION = 'alert-rule-states';

/** What is kept of a rule over a restart. */
interface StoredState {
  /** A rule whose expression is another one starts anew. */
  readonly expr: string;
  readonly alerts: readonly ActiveAlert[];
}

/** Keeps the alerts of rules among the server's documents, so that a restart takes nothing from them. */
export class RuleStateStore {
  readonly #documents: DocumentStore;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  /** Returns the alerts of a rule as they were kept; none where its expression has changed since. */
  load(key: string, expr: string): RuleState {
    const stored = this.#documents.get<StoredState>(COLLECTION, key)?.value;
    return { alerts: stored?.expr === expr ? stored.alerts : [] };
  }

  /** Returns the alerts that were kept under a key, whatever the expression. */
  alertsOf(key: string): readonly ActiveAlert[] {
    return this.#documents.get<StoredState>(COLLECTION, key)?.value.alerts ?? [];
  }

  /** Returns the keys under which alerts are kept. */
  keys(): readonly string[] {
    return this.#documents.list(COLLECTION).map(({ id }) => id);
  }

  /** Makes the change that keeps the alerts of a rule; none to keep are not there. */
  change(key: string, expr: string, state: RuleState): DocumentChange {
    if (state.alerts.length === 0) return { collection: COLLECTION, id: key };
    return { collection: COLLECTION, id: key, value: { expr, alerts: state.alerts } satisfies StoredState };
  }

  /** Keeps the alerts of a rule; resolves once they are durable. */
  async save(key: string, expr: string, state: RuleState): Promise<void> {
    await this.#documents.apply([this.change(key, expr, state)]);
  }
}

/**
 * Returns the key of a rule from a file: the same after a restart, as long as file, group, name and labels are.
 *
 * @param occurrence - Tells rules apart that have all of these in common.
 */
export function keyOfFileRule(file: string, group: string, rule: Rule, occurrence: number): string {
  const identity = JSON.stringify([file, group, rule.name, Object.entries(rule.labels).sort(), occurrence]);
  return `file-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`;
}
