import type { Labels } from '@glasspane/core';

const ranks: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['critical', 0],
  ['error', 1],
  ['warning', 2],
  ['info', 3],
]);

/** Returns the severity that an alert's labels tell, or `none`. */
export function alertSeverity(labels: Labels): string {
  return labels.severity ?? 'none';
}

/** Returns where a severity stands among others, the worst first; unknown ones come last. */
export function severityRank(severity: string): number {
  return ranks.get(severity) ?? 4;
}

/** How a severity is coloured: an unknown one is neutral. */
export function severityTone(severity: string): string {
  return ranks.has(severity) ? severity : 'none';
}
