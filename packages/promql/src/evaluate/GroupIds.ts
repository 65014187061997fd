import type { LabelSet } from './LabelSet.ts';

interface Node {
  id: number;
  readonly next: Map<string, Node>;
}

const createNode = (): Node => ({ id: -1, next: new Map() });

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, index) => name === b[index]));

/** Which labels tell groups apart: some, or all but some. */
export interface Grouping {
  readonly names: readonly string[];
  readonly isWithout: boolean;
}

/**
 * Numbers the groups that label sets fall into, from 0 in the order of their first.
 *
 * No keys are made for it: the values of the labels that count lead from node to node, and their places are looked up
 * only where the label names differ from those of the label set before.
 */
export class GroupIds {
  readonly #grouping: Grouping;
  readonly #roots = new Map<string, Node>();
  readonly #firsts: LabelSet[] = [];
  #root: Node = createNode();
  #names: readonly string[] | undefined;
  #places: readonly number[] = [];

  constructor(grouping: Grouping) {
    this.#grouping = grouping;
  }

  /** Returns the labels that all members of a group share. */
  labelsOf(id: number): LabelSet | undefined {
    const { names, isWithout } = this.#grouping;
    return isWithout ? this.#firsts[id]?.without(names) : this.#firsts[id]?.only(names);
  }

  /** Returns the number of the group of a label set, numbered on from the last one when it is new. */
  idOf(labels: LabelSet): number {
    const node = this.#nodeOf(labels);
    if (node.id < 0) {
      node.id = this.#firsts.length;
      this.#firsts.push(labels);
    }
    return node.id;
  }

  /** Returns the number of the group of a label set; -1 where no member of it has come by. */
  find(labels: LabelSet): number {
    return this.#nodeOf(labels).id;
  }

  #nodeOf({ names, values }: LabelSet): Node {
    if (this.#names === undefined || !isSame(this.#names, names)) this.#learn(names);
    let node = this.#root;
    for (const place of this.#places) {
      const value = place < 0 ? '' : (values[place] as string);
      let next = node.next.get(value);
      if (next === undefined) {
        next = createNode();
        node.next.set(value, next);
      }
      node = next;
    }
    return node;
  }

  /** Finds the places of the labels that count. */
  #learn(names: readonly string[]): void {
    const { names: listed, isWithout } = this.#grouping;
    this.#names = names;
    if (!isWithout) {
      this.#places = listed.map((name) => names.indexOf(name));
      return;
    }
    const kept = names.filter((name) => !listed.includes(name));
    this.#places = kept.map((name) => names.indexOf(name));
    const key = kept.join('\ud800');
    this.#root = this.#roots.get(key) ?? createNode();
    this.#roots.set(key, this.#root);
  }
}
