import type { core } from 'zod/mini';

/** Where a check reports what it finds. */
export type Report = (path: readonly PropertyKey[], message: string) => void;

/** Makes a check of a schema from a function that knows what a value may not be although it has the right form. */
export function semanticCheck<TValue>(check: (value: TValue, report: Report) => void): core.CheckFn<TValue> {
  return (payload) => {
    check(payload.value, (path, message) => {
      payload.issues.push({ code: 'custom', input: payload.value, path: [...path], message });
    });
  };
}

/** Reports each value that another entry of the list has already. */
export function reportDuplicates(
  values: readonly string[],
  toPath: (index: number) => readonly PropertyKey[],
  report: Report,
): void {
  values.forEach((value, index) => {
    const first = values.indexOf(value);
    if (first < index)
      report(toPath(index), `"${value}" is taken already, by entry ${first} of the list; each must be different`);
  });
}
