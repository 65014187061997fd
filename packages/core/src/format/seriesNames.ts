import type { NumberField } from '../frame/Frame.ts';
import { fillTemplate } from './fillTemplate.ts';

/**
 * Returns what people call each series of one query: by the template, such as `{{instance}} {{mode}}`, where there is
 * one; otherwise by the values of as few labels as tell them apart, or by the metric's name where nothing differs. A name
 * that a transformation gave comes before both.
 *
 * @public
 */
export function seriesNames(fields: readonly NumberField[], template?: string): readonly string[] {
  if (template !== undefined && template.trim() !== '') {
    return fields.map((field) => field.displayName ?? templateName(template, field));
  }
  const unnamed = fields.filter(({ displayName }) => displayName === undefined);
  const telling = unnamed.length === 1 ? labelsOfOne(unnamed[0]) : tellingLabels(unnamed);
  return fields.map((field) => field.displayName ?? automaticName(field, telling));
}

function templateName(template: string, field: NumberField): string {
  const filled = fillTemplate(template, (label) => labelValue(field, label));
  return filled.trim() === '' ? field.name : filled;
}

function automaticName(field: NumberField, telling: readonly string[]): string {
  const values = telling.map((name) => labelValue(field, name)).filter((value) => value !== '');
  return values.join(SEPARATOR) || field.name || '{}';
}

const SEPARATOR = ' · ';

// Alone, a series has nothing to be told from: its labels are its name where it has no other.
function labelsOfOne(field: NumberField | undefined): readonly string[] {
  return field === undefined || labelValue(field, '__name__') !== ''
    ? []
    : Object.keys(field.labels).sort().slice(0, 3);
}

/**
 * Chooses the label that makes the most groups, then the one that divides these groups best, and so on, until each series
 * is alone in its group or no label divides any further.
 */
function tellingLabels(fields: readonly NumberField[]): readonly string[] {
  const names = [...new Set(fields.flatMap((field) => Object.keys(field.labels)))].sort();
  const chosen: string[] = [];
  let groups = fields.map(() => '');
  let groupCount = 1;
  while (groupCount < fields.length) {
    const candidates = names
      .filter((name) => !chosen.includes(name))
      .map((name) => {
        const divided = fields.map((field, index) => `${groups[index]}\u0000${labelValue(field, name)}`);
        return { name, divided, count: new Set(divided).size };
      });
    const best = candidates.reduce((a, b) => (b.count > a.count ? b : a), {
      name: '',
      divided: groups,
      count: groupCount,
    });
    if (best.name === '') {
      break;
    }
    chosen.push(best.name);
    groups = best.divided;
    groupCount = best.count;
  }
  return chosen.sort();
}

function labelValue(field: NumberField, name: string): string {
  return Object.hasOwn(field.labels, name) ? (field.labels[name] ?? '') : '';
}
