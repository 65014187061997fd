import type { Labels } from '@glasspane/promql/syntax';
import { fillTemplate } from '../format/fillTemplate.ts';

/**
 * Returns the name that a field's template gives to a series: `{{instance}}` is a label, `{{__name}}` the name it has
 * without. A template that comes to nothing gives the name.
 *
 * @public
 */
export function displayName(template: string | undefined, labels: Labels, name: string): string {
  if (template === undefined || template.trim() === '') return name;
  const filled = fillTemplate(template, (key) =>
    key === '__name' ? name : Object.hasOwn(labels, key) ? (labels[key] ?? '') : '',
  );
  return filled.trim() === '' ? name : filled;
}
