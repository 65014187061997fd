import type { AlertingChange, AlertingCollections, AlertingState, AlertingStep } from './AlertingState.ts';

type Name = keyof AlertingCollections;

/** A state in the middle of a step. The state that it began with stays as it is. */
export class AlertingDraft {
  readonly #before: AlertingState;
  readonly #copies = new Map<Name, Map<string, unknown>>();
  readonly #changes = new Map<string, AlertingChange>();

  constructor(before: AlertingState) {
    this.#before = before;
  }

  get<TName extends Name>(collection: TName, id: string): AlertingCollections[TName] | undefined {
    return this.all(collection).get(id);
  }

  all<TName extends Name>(collection: TName): ReadonlyMap<string, AlertingCollections[TName]> {
    const copy = this.#copies.get(collection) as Map<string, AlertingCollections[TName]> | undefined;
    return copy ?? (this.#before[collection] as ReadonlyMap<string, AlertingCollections[TName]>);
  }

  set<TName extends Name>(collection: TName, id: string, value: AlertingCollections[TName]): void {
    if (this.get(collection, id) === value) return;
    this.#copy(collection).set(id, value);
    this.#changes.set(`${collection} ${id}`, { collection, id, value });
  }

  /** Sets what may be forgotten when the process ends at once: it is not told as a change. */
  refresh<TName extends Name>(collection: TName, id: string, value: AlertingCollections[TName]): void {
    if (this.#changes.has(`${collection} ${id}`)) this.set(collection, id, value);
    else this.#copy(collection).set(id, value);
  }

  delete(collection: Name, id: string): void {
    if (!this.all(collection).has(id)) return;
    this.#copy(collection).delete(id);
    this.#changes.set(`${collection} ${id}`, { collection, id });
  }

  finish(): AlertingStep {
    return {
      state: { ...this.#before, ...Object.fromEntries(this.#copies) } as AlertingState,
      changes: [...this.#changes.values()],
    };
  }

  #copy(collection: Name): Map<string, unknown> {
    const known = this.#copies.get(collection);
    if (known !== undefined) return known;
    const made = new Map<string, unknown>(this.#before[collection]);
    this.#copies.set(collection, made);
    return made;
  }
}
