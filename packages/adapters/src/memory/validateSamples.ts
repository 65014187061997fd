import { type DocumentIssue, InvalidDocumentError, type MetricDescriptor, type MetricSample } from '@glasspane/core';
import { isValidName, type Labels } from '@glasspane/promql/syntax';

/**
 * Checks samples before any of them is taken.
 *
 * @param known - Returns what was defined of a metric; its samples may only have the labels named there.
 *
 * @throws {@link InvalidDocumentError} With every fault of every sample.
 */
export function validateSamples(
  samples: readonly MetricSample[],
  known: (metric: string) => MetricDescriptor | undefined,
): void {
  const issues = samples.flatMap((sample, at) => issuesOf(sample, `[${at}]`, known));
  if (issues.length > 0) throw new InvalidDocumentError('samples', issues);
}

function issuesOf(
  { labels, timeMs, value }: MetricSample,
  path: string,
  known: (metric: string) => MetricDescriptor | undefined,
): DocumentIssue[] {
  const issues: DocumentIssue[] = [];
  const add = (where: string, message: string): void => {
    issues.push({ path: `${path}.${where}`, message });
  };
  if (!Number.isSafeInteger(timeMs)) add('timeMs', 'must be a whole number of milliseconds since the epoch');
  if (typeof value !== 'number') add('value', 'must be a number');
  if (typeof labels !== 'object' || labels === null) {
    add('labels', 'must be an object of label names and values');
    return issues;
  }
  const metric = Object.hasOwn(labels, '__name__') ? labels.__name__ : undefined;
  if (typeof metric !== 'string' || !isValidName(metric)) add('labels.__name__', 'must be the name of a metric');
  else checkLabels(labels, known(metric)?.labels, add);
  return issues;
}

function checkLabels(
  labels: Labels,
  allowed: readonly string[] | undefined,
  add: (where: string, message: string) => void,
): void {
  for (const [name, value] of Object.entries(labels)) {
    const where = `labels[${JSON.stringify(name)}]`;
    if (name === '__name__') continue;
    if (!isValidName(name)) add(where, 'must have a name that is not empty');
    else if (typeof value !== 'string') add(where, 'must be a string');
    else if (allowed !== undefined && !allowed.includes(name)) {
      add(where, `is not among the labels that the metric was defined with: ${allowed.join(', ') || 'none'}`);
    }
  }
}
