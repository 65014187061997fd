import type { Labels } from '@glasspane/promql/syntax';

/**
 * Returns the name that a field's template gives to a series: `{{instance}}` is a label, `{{__name}}` the name it has
 * without. A template that comes to nothing gives the name.
 *
 * @public
 */
export function displayName(template: string | undefined, labels: Labels, name: string): string {
  if (template === undefined || template.trim() === '') return name;
  const filled = template.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, key: string) =>
    key === '__name' ? name : Object.hasOwn(labels, key) ? (labels[key] ?? '') : '',
  );
  return filled.trim() === '' ? name : filled;
}
