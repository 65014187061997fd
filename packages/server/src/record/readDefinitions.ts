import { InvalidDocumentError, type MetricDescriptor, parseMetricDescriptor } from '@glasspane/core';
import type { Faults } from '../http/Faults.ts';

// Every label of every sample is looked up among them.
const MAX_LABELS = 100;
const FIELDS = new Set(['name', 'type', 'unit', 'help', 'labels']);

/** Reads the metrics that a request defines; what is wrong with them goes to `faults`. */
export function readDefinitions(input: unknown, faults: Faults): readonly MetricDescriptor[] {
  if (input === undefined) return [];
  if (!Array.isArray(input)) {
    faults.add('define', 'expected a list of metrics');
    return [];
  }
  const definitions = new Map<string, MetricDescriptor>();
  for (const [index, entry] of input.entries()) {
    const path = `define[${index}]`;
    const definition = readDefinition(entry, path, faults);
    if (definition === undefined) continue;
    if (definitions.has(definition.name)) faults.add(`${path}.name`, `"${definition.name}" is defined twice`);
    definitions.set(definition.name, definition);
  }
  return [...definitions.values()];
}

function readDefinition(entry: unknown, path: string, faults: Faults): MetricDescriptor | undefined {
  let definition: MetricDescriptor;
  try {
    definition = parseMetricDescriptor(entry);
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    faults.addAll(path, error);
    return undefined;
  }
  for (const field of Object.keys(definition)) {
    if (!FIELDS.has(field)) faults.add(`${path}.${field}`, `is not known here; a metric has ${[...FIELDS].join(', ')}`);
  }
  const { labels = [] } = definition;
  if (labels.length > MAX_LABELS) {
    faults.add(
      `${path}.labels`,
      `has ${labels.length} names, and may have ${MAX_LABELS}; leave out what nobody asks for`,
    );
    return undefined;
  }
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice !== undefined) faults.add(`${path}.labels`, `names "${twice}" twice`);
  return definition;
}
