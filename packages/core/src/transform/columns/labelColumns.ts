import type { NumberField, StringField } from '../../frame/Frame.ts';

/** Returns a column of texts for each label of these series, sorted by name, with a row a series; the metric's name is none. */
export function labelColumns(series: readonly NumberField[], only?: readonly string[]): readonly StringField[] {
  const names = new Set(series.flatMap(({ labels }) => Object.keys(labels)));
  names.delete('__name__');
  const chosen = only === undefined ? [...names].sort() : only.filter((name) => names.has(name));
  return chosen.map((name) => ({ kind: 'string', name, values: series.map(({ labels }) => labelOf(labels, name)) }));
}

/** Returns the value of a label; empty where there is none. */
function labelOf(labels: NumberField['labels'], name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}
