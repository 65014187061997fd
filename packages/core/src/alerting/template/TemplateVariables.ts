import type { TemplateValue } from './TemplateValue.ts';

/** The variables of a template while it is filled in, those of the innermost block last. */
export class TemplateVariables {
  #known: (readonly [name: string, value: TemplateValue])[];

  constructor(variables: readonly (readonly [string, TemplateValue])[]) {
    this.#known = [...variables];
  }

  get(name: string): TemplateValue {
    return this.#known[this.#indexOf(name)]?.[1] ?? null;
  }

  declare(name: string, value: TemplateValue): void {
    this.#known.push([name, value]);
  }

  /** Changes the innermost variable of that name. */
  assign(name: string, value: TemplateValue): void {
    const index = this.#indexOf(name);
    if (index >= 0) this.#known[index] = [name, value];
  }

  /** Runs a block: what it declares ends with it. */
  inside<TResult>(run: () => TResult): TResult {
    const count = this.#known.length;
    try {
      return run();
    } finally {
      this.#known.length = count;
    }
  }

  /** Runs a template of its own: it sees `$`, and nothing else of what is here. */
  apart(root: TemplateValue, run: () => void): void {
    const outside = this.#known;
    this.#known = [['', root]];
    try {
      run();
    } finally {
      this.#known = outside;
    }
  }

  /** Returns where the innermost variable of that name is, or -1. */
  #indexOf(name: string): number {
    return this.#known.map(([known]) => known).lastIndexOf(name);
  }
}
