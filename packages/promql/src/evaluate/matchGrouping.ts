import type { VectorMatching } from '../syntax/ast.ts';
import type { Grouping } from './GroupIds.ts';

/** Returns by which labels series are paired with others. */
export function matchGrouping(matching: VectorMatching | undefined): Grouping {
  if (matching?.mode === 'on') return { names: matching.labels, isWithout: false };
  return { names: ['__name__', ...(matching?.labels ?? [])], isWithout: true };
}
