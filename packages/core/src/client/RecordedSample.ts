import type { Labels } from '@glasspane/promql/syntax';
import type { MetricSample } from '../backend/MetricSink.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { checkMetricName } from './checkMetricName.ts';

/**
 * One value to record.
 *
 * @public
 */
export interface RecordedSample {
  /** The metric's name. */
  readonly name: string;
  /** A finite number; of a counter, its total so far. */
  readonly value: number;
  /** Only labels that the metric was created with. */
  readonly labels?: Labels | undefined;
  /** Milliseconds since the epoch. @defaultValue now */
  readonly timeMs?: number | undefined;
}

/**
 * Returns the sample that a host records, as backends take it.
 *
 * @param allowed - The labels that the metric was created with; left out where that is not known here.
 * @throws {@link GlasspaneError} `invalid` when the call is wrong, whatever it is: the host may not be TypeScript.
 */
export function toMetricSample(
  recorded: RecordedSample,
  allowed: (name: string) => readonly string[] | undefined,
  nowMs: number,
): MetricSample {
  if (typeof recorded !== 'object' || recorded === null) {
    throw invalid(
      'recordMetric takes an object such as { name: "queue_length", value: 42, labels: { queue: "mail" } }',
    );
  }
  const { name, value, labels = {}, timeMs = nowMs } = recorded;
  checkMetricName(name);
  if (typeof value !== 'number') throw invalid(`The value of ${name} must be a number; found ${describe(value)}`);
  if (!Number.isFinite(value)) {
    throw invalid(`The value of ${name} is ${value}: record finite numbers, and nothing where there is no value`);
  }
  if (!Number.isSafeInteger(timeMs)) {
    throw invalid(
      `timeMs of ${name} must be a whole number of milliseconds since the epoch; found ${describe(timeMs)}`,
    );
  }
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) {
    throw invalid(`The labels of ${name} must be an object of names and texts; found ${describe(labels)}`);
  }
  checkLabels(name, labels, allowed(name));
  return { labels: { ...labels, __name__: name }, timeMs, value };
}

function checkLabels(metric: string, labels: Labels, allowed: readonly string[] | undefined): void {
  for (const [label, value] of Object.entries(labels)) {
    if (!/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
      throw invalid(
        `${JSON.stringify(label)} is no name of a label (of ${metric}): use letters, digits and _, begin neither with ` +
          'a digit nor with __',
      );
    }
    if (typeof value !== 'string') {
      throw invalid(`The label ${label} of ${metric} must be a text; found ${describe(value)}: write String(…)`);
    }
    if (allowed !== undefined && !allowed.includes(label)) {
      throw invalid(
        `${metric} was not created with a label ${label}, but with ${allowed.join(', ') || 'none'}: leave it out, or ` +
          'add it to the labels of createMetric',
      );
    }
  }
}

function describe(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : value === null ? 'null' : typeof value;
}

function invalid(message: string): GlasspaneError {
  return new GlasspaneError('invalid', `${message}.`);
}
