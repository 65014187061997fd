import { createMatcherPredicate, type Labels, type Matcher } from '@glasspane/promql';

interface Condition {
  readonly matcher: Matcher;
  readonly test: (value: string) => boolean;
}

/** Finds items by their labels: for each label name and value it knows the items that have it. */
export class LabelIndex<TItem extends { readonly labels: Labels }> {
  readonly #items = new Set<TItem>();
  readonly #postings = new Map<string, Map<string, Set<TItem>>>();

  get size(): number {
    return this.#items.size;
  }

  add(item: TItem): void {
    this.#items.add(item);
    for (const [name, value] of Object.entries(item.labels)) {
      const values = getOrInsert(this.#postings, name, () => new Map<string, Set<TItem>>());
      getOrInsert(values, value, () => new Set<TItem>()).add(item);
    }
  }

  delete(item: TItem): void {
    this.#items.delete(item);
    for (const [name, value] of Object.entries(item.labels)) {
      const values = this.#postings.get(name);
      const items = values?.get(value);
      items?.delete(item);
      if (items?.size === 0) values?.delete(value);
      if (values?.size === 0) this.#postings.delete(name);
    }
  }

  /** Returns every item, in the order they came. */
  all(): Iterable<TItem> {
    return this.#items;
  }

  /** Returns every label name, in no particular order. */
  names(): Iterable<string> {
    return this.#postings.keys();
  }

  /** Returns every value of a label, in no particular order. */
  values(name: string): Iterable<string> {
    return this.#postings.get(name)?.keys() ?? [];
  }

  /** Returns the items that satisfy all matchers; without a matcher, all items. */
  select(matchers: readonly Matcher[]): TItem[] {
    const conditions = matchers.map(compileCondition);
    const selective = this.#mostSelective(conditions);
    const candidates = selective === undefined ? this.#items : this.#itemsWhere(selective);
    const rest = conditions.filter((condition) => condition !== selective);
    const found: TItem[] = [];
    for (const item of candidates) {
      if (rest.every(({ matcher, test }) => test(labelValue(item.labels, matcher.name)))) found.push(item);
    }
    return found;
  }

  /** An equality with the fewest items; else any condition that an absent label fails, because its items are listed. */
  #mostSelective(conditions: readonly Condition[]): Condition | undefined {
    const listed = conditions.filter(({ test }) => !test(''));
    const count = ({ matcher }: Condition): number => this.#postings.get(matcher.name)?.get(matcher.value)?.size ?? 0;
    let best: Condition | undefined;
    for (const condition of listed) {
      if (condition.matcher.operator !== '=') continue;
      if (best === undefined || count(condition) < count(best)) best = condition;
    }
    return best ?? listed[0];
  }

  *#itemsWhere({ matcher, test }: Condition): Iterable<TItem> {
    const values = this.#postings.get(matcher.name);
    if (values === undefined) return;
    if (matcher.operator === '=') {
      yield* values.get(matcher.value) ?? [];
      return;
    }
    // An item has one value of the label, so that no item is met twice.
    for (const [value, items] of values) if (test(value)) yield* items;
  }
}

function labelValue(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}

function compileCondition(matcher: Matcher): Condition {
  const matches = createMatcherPredicate(matcher);
  const known = new Map<string, boolean>();
  // Many series share a value, and a regular expression costs more than a look-up.
  const test = (value: string): boolean => getOrInsert(known, value, () => matches(value));
  return { matcher, test };
}

function getOrInsert<TKey, TValue>(map: Map<TKey, TValue>, key: TKey, create: () => TValue): TValue {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const created = create();
  map.set(key, created);
  return created;
}
