import { useState } from 'react';

/** Returns the very options of the render before as long as they say the same: much that is drawn is kept by them. */
export function useStableOptions<TOptions extends object>(options: TOptions): TOptions {
  const [kept, setKept] = useState(options);
  if (kept === options || isSame(kept, options)) return kept;
  setKept(options);
  return options;
}

function isSame(a: object, b: object): boolean {
  const [before, after] = [Object.entries(a), new Map(Object.entries(b))];
  return before.length === after.size && before.every(([name, value]) => isSameValue(value, after.get(name)));
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}
