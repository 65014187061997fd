import type { Labels } from '../syntax/labels.ts';
import { quoteString } from '../syntax/strings.ts';

// Label values come from UTF-8 and so hold no lone surrogate of this half; keys stay unambiguous.
const separator = '\ud800';

// What describes the metric and not the series; it goes when an operation makes another metric of it.
const metadataNames: ReadonlySet<string> = /* @__PURE__ */ new Set(['__name__', '__type__', '__unit__']);

/** The labels of a series during evaluation: sorted by name, none empty, and comparable by {@link key}. */
export class LabelSet {
  readonly names: readonly string[];
  readonly values: readonly string[];
  #key: string | undefined;
  #labels: Labels | undefined;
  #withoutMetadata: LabelSet | undefined;

  /** Takes names in order, with their values. */
  constructor(names: readonly string[], values: readonly string[]) {
    this.names = names;
    this.values = values;
  }

  // `this`, because the compiler renames the class here to a name that it sets only later.
  static readonly empty: LabelSet = new this([], []);

  /** Takes labels from outside. */
  static from(labels: Labels): LabelSet {
    const names = Object.keys(labels);
    const values = Object.values(labels);
    const isInOrder = names.every((name, index) => index === 0 || (names[index - 1] as string) < name);
    if (!isInOrder || values.includes('')) return LabelSet.fromEntries(Object.entries(labels));
    const set = new LabelSet(names, values);
    if (Object.isFrozen(labels)) set.#labels = labels;
    return set;
  }

  /** Takes names and values in any order; empty values are left out. */
  static fromEntries(entries: Iterable<readonly [name: string, value: string]>): LabelSet {
    const sorted = [...entries].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return new LabelSet(
      sorted.map(([name]) => name),
      sorted.map(([, value]) => value),
    );
  }

  /** Equal for equal label sets only. */
  get key(): string {
    this.#key ??= this.names.join(separator) + separator + separator + this.values.join(separator);
    return this.#key;
  }

  /** The value of a label; the empty string when there is none. */
  get(name: string): string {
    const index = this.names.indexOf(name);
    return index < 0 ? '' : (this.values[index] ?? '');
  }

  #filter(isKept: (name: string) => boolean): LabelSet {
    const names: string[] = [];
    const values: string[] = [];
    for (let index = 0; index < this.names.length; index += 1) {
      const name = this.names[index] as string;
      if (!isKept(name)) continue;
      names.push(name);
      values.push(this.values[index] as string);
    }
    return names.length === this.names.length ? this : new LabelSet(names, values);
  }

  only(kept: readonly string[]): LabelSet {
    return this.#filter((name) => kept.includes(name));
  }

  without(removed: readonly string[]): LabelSet {
    return this.#filter((name) => !removed.includes(name));
  }

  /** The labels without the metric's name, type and unit. */
  withoutMetadata(): LabelSet {
    this.#withoutMetadata ??= this.#filter((name) => !metadataNames.has(name));
    return this.#withoutMetadata;
  }

  /** The labels with some set to other values; an empty value removes one. */
  with(changes: Iterable<readonly [name: string, value: string]>): LabelSet {
    const names = [...this.names];
    const values = [...this.values];
    for (const [name, value] of changes) {
      let place = 0;
      while (place < names.length && (names[place] as string) < name) place += 1;
      const isKnown = names[place] === name;
      if (value !== '') {
        names.splice(place, isKnown ? 1 : 0, name);
        values.splice(place, isKnown ? 1 : 0, value);
      } else if (isKnown) {
        names.splice(place, 1);
        values.splice(place, 1);
      }
    }
    return new LabelSet(names, values);
  }

  /** The labels in the form that leaves the package. */
  toLabels(): Labels {
    this.#labels ??= Object.freeze(
      Object.fromEntries(this.names.map((name, index) => [name, this.values[index] ?? ''])),
    );
    return this.#labels;
  }

  /** The labels as Prometheus writes them in messages: `{a="b", c="d"}`. */
  toString(): string {
    return `{${this.names.map((name, index) => `${name}=${quoteString(this.values[index] ?? '')}`).join(', ')}}`;
  }
}

/** Orders label sets as Prometheus does: name by name, then value. */
export function compareLabels(a: LabelSet, b: LabelSet): number {
  const length = Math.min(a.names.length, b.names.length);
  for (let index = 0; index < length; index += 1) {
    const [nameA, nameB] = [a.names[index] as string, b.names[index] as string];
    if (nameA !== nameB) return nameA < nameB ? -1 : 1;
    const [valueA, valueB] = [a.values[index] as string, b.values[index] as string];
    if (valueA !== valueB) return valueA < valueB ? -1 : 1;
  }
  return a.names.length - b.names.length;
}
