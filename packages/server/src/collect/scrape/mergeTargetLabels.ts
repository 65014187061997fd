import type { Labels } from '@glasspane/promql';

/**
 * Gives a scraped sample the labels of its target.
 *
 * Where both have a label, the sample's own moves to `exported_…`; with `honorLabels` the sample's own wins, and an
 * empty one keeps the target's away. Empty values do not come out.
 */
export function mergeTargetLabels(exposed: Labels, target: Labels, honorLabels: boolean): Labels {
  return withoutEmptyValues(honorLabels ? { ...target, ...exposed } : { ...moveAside(exposed, target), ...target });
}

/** Returns the same labels where none has an empty value. */
export function withoutEmptyValues(labels: Labels): Labels {
  for (const name in labels) {
    if (labels[name] === '') return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
  }
  return labels;
}

function moveAside(exposed: Labels, target: Labels): Labels {
  const conflicts = Object.keys(target).filter((name) => Object.hasOwn(exposed, name) && exposed[name] !== '');
  if (conflicts.length === 0) return exposed;
  const moved = new Map(Object.entries(exposed));
  // The shortest first, as Prometheus does, so that the outcome does not depend on the order of the labels.
  for (const name of conflicts.sort((a, b) => a.length - b.length)) {
    const value = moved.get(name) ?? '';
    moved.delete(name);
    let free = `exported_${name}`;
    while ((moved.get(free) ?? '') !== '' || Object.hasOwn(target, free)) free = `exported_${free}`;
    moved.set(free, value);
  }
  return Object.fromEntries(moved);
}
