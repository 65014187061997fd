import { type ExportFormat, resolveTimeRange, type TimeRange, type VariableValues } from '@glasspane/core';
import { Faults } from '../http/Faults.ts';

/** What a request for an export says. */
export interface ExportBody {
  readonly format: ExportFormat;
  readonly timeRange?: TimeRange | undefined;
  readonly variables?: VariableValues | undefined;
  readonly timeZone?: string | undefined;
}

const FORMATS: ReadonlySet<unknown> = new Set<ExportFormat>(['pdf', 'png', 'svg', 'csv', 'json']);
const FIELDS = new Set(['format', 'timeRange', 'variables', 'timeZone']);

/**
 * Reads the body of a request for an export.
 *
 * @throws {@link InvalidDocumentError} Which lists everything that is wrong with it.
 */
export function readExportBody(body: unknown, nowMs: number): ExportBody {
  const faults = new Faults();
  const { format, timeRange, variables, timeZone } = readFields(body, faults);
  if (!FORMATS.has(format)) faults.add('format', 'must be pdf, png, svg, csv or json');
  if (variables !== undefined && !isVariables(variables)) {
    faults.add('variables', 'must be an object of texts, or of lists of texts, by variable name');
  }
  checkZone(timeZone, faults);
  checkTimeRange(timeRange, nowMs, faults);
  faults.throwIfAny('export request');
  return { format, timeRange, variables, timeZone } as ExportBody;
}

function readFields(body: unknown, faults: Faults): Readonly<Record<string, unknown>> {
  if (!isObject(body)) {
    faults.add('', 'a body is an object such as {"format": "pdf"}');
    return {};
  }
  for (const field of Object.keys(body)) if (!FIELDS.has(field)) faults.add(field, 'is not known here');
  return body;
}

function checkZone(timeZone: unknown, faults: Faults): void {
  if (timeZone === undefined) return;
  try {
    if (typeof timeZone === 'string' && new Intl.DateTimeFormat('en', { timeZone }) !== undefined) return;
  } catch {
    // Said below.
  }
  faults.add('timeZone', 'must be an IANA time zone such as Europe/Berlin');
}

function checkTimeRange(timeRange: unknown, nowMs: number, faults: Faults): void {
  if (timeRange === undefined) return;
  if (!isObject(timeRange) || typeof timeRange.from !== 'string' || typeof timeRange.to !== 'string') {
    faults.add('timeRange', 'must be an object such as {"from": "now-6h", "to": "now"}');
    return;
  }
  try {
    resolveTimeRange({ from: timeRange.from, to: timeRange.to }, nowMs, 'UTC');
  } catch (error) {
    faults.add('timeRange', error instanceof Error ? error.message : String(error));
  }
}

function isVariables(value: unknown): value is VariableValues {
  return (
    isObject(value) && Object.values(value).every((one) => isText(one) || (Array.isArray(one) && one.every(isText)))
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
