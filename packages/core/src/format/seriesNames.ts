import type { NumberField } from '../frame/Frame.ts';

/**
 * Returns what people call each series of one query: by the template, such as `{{instance}} {{mode}}`, where there is
 * one; otherwise by the values of the labels that differ between them, or by the name where nothing differs.
 *
 * @public
 */
export function seriesNames(fields: readonly NumberField[], template?: string): readonly string[] {
  if (template !== undefined && template.trim() !== '') {
    return fields.map((field) => fillTemplate(template, field));
  }
  const differing = differingLabels(fields);
  return fields.map((field) => automaticName(field, differing));
}

function fillTemplate(template: string, field: NumberField): string {
  const filled = template.replace(/\{\{\s*(.*?)\s*\}\}/g, (_, label: string) => labelValue(field, label));
  return filled.trim() === '' ? field.name : filled;
}

function automaticName(field: NumberField, differing: readonly string[]): string {
  const names = differing.filter((name) => name !== '__name__' && labelValue(field, name) !== '');
  const prefix = differing.includes('__name__') ? labelValue(field, '__name__') : '';
  if (names.length === 0) {
    return prefix || field.name || '{}';
  }
  if (names.length === 1 && prefix === '') {
    return labelValue(field, names[0] ?? '');
  }
  const pairs = names.map((name) => `${name}="${labelValue(field, name)}"`);
  return `${prefix}{${pairs.join(', ')}}`;
}

function differingLabels(fields: readonly NumberField[]): readonly string[] {
  const first = fields[0];
  if (first === undefined) {
    return [];
  }
  if (fields.length === 1) {
    // Alone, a series has nothing to differ from: its labels are its name where it has no other.
    return Object.hasOwn(first.labels, '__name__') ? [] : Object.keys(first.labels).slice(0, 3);
  }
  const names = new Set(fields.flatMap((field) => Object.keys(field.labels)));
  return [...names]
    .filter((name) => fields.some((field) => labelValue(field, name) !== labelValue(first, name)))
    .sort();
}

function labelValue(field: NumberField, name: string): string {
  return Object.hasOwn(field.labels, name) ? (field.labels[name] ?? '') : '';
}
