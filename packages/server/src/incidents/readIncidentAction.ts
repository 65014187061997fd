import type { IncidentAction } from '@glasspane/core/alerting';
import { Faults } from '../http/Faults.ts';

const MAX_NAME_LENGTH = 200;
const MAX_NOTE_LENGTH = 10_000;

/**
 * Reads the body of what somebody does about an incident.
 *
 * @throws {@link InvalidDocumentError} When it has not the form that this asks for.
 */
export function readIncidentAction(
  name: 'acknowledge' | 'resolve' | 'assign' | 'notes',
  body: unknown,
): IncidentAction {
  const faults = new Faults();
  const fields = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const known = { acknowledge: ['by'], resolve: ['by'], assign: ['assignee', 'by'], notes: ['text', 'by'] }[name];
  for (const field of Object.keys(fields)) {
    if (!known.includes(field)) faults.add(field, `is not known here; known are ${known.join(', ')}`);
  }
  const by = readText(fields, 'by', MAX_NAME_LENGTH, faults);
  const action = actionOf(name, fields, by, faults);
  faults.throwIfAny('change of an incident');
  return action;
}

function actionOf(
  name: 'acknowledge' | 'resolve' | 'assign' | 'notes',
  fields: Readonly<Record<string, unknown>>,
  by: string,
  faults: Faults,
): IncidentAction {
  switch (name) {
    case 'acknowledge':
    case 'resolve':
      return { type: name, by };
    case 'assign': {
      if (fields.assignee == null || fields.assignee === '') return { type: 'assign', by };
      return { type: 'assign', assignee: readText(fields, 'assignee', MAX_NAME_LENGTH, faults), by };
    }
    case 'notes':
      return { type: 'note', text: readText(fields, 'text', MAX_NOTE_LENGTH, faults), by };
  }
}

function readText(fields: Readonly<Record<string, unknown>>, field: string, maxLength: number, faults: Faults): string {
  const value = fields[field];
  if (typeof value === 'string' && value.trim() !== '' && value.length <= maxLength) return value;
  faults.add(field, `expected a text of 1 to ${maxLength} characters`);
  return '';
}
