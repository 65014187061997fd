import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';

/** The sample as far as its metric's definition says something of it. */
export interface Use {
  readonly labels: Labels;
  readonly value: number;
}

interface Definition {
  readonly metric: MetricDescriptor;
  /** The label that the type brings along. */
  readonly ownLabel: string | undefined;
}

/** Returns where a sample is not what the definition of its metric says, if there is one, and why. */
export function faultOfUse(
  { labels, value }: Use,
  find: (name: string) => MetricDescriptor | undefined,
): readonly (readonly [field: string, message: string])[] {
  const name = labels.__name__ ?? '';
  const definition = definitionOf(name, find);
  if (definition === undefined) return [];
  const { metric, ownLabel } = definition;
  const faults: [string, string][] = [];
  if (metric.type === 'histogram' && metric.name === name) {
    faults.push(['name', `"${name}" is a histogram: record ${name}_bucket, ${name}_sum and ${name}_count`]);
  }
  if (metric.type === 'counter' && value < 0) {
    faults.push(['value', `is ${value}, but "${name}" is a counter, which only grows from 0; make it a gauge`]);
  }
  const declared = metric.labels;
  if (declared === undefined) return faults;
  for (const label of Object.keys(labels)) {
    if (label === '__name__' || label === ownLabel || declared.includes(label)) continue;
    const known = declared.length === 0 ? 'no labels' : `the labels ${declared.join(', ')}`;
    faults.push([
      `labels.${label}`,
      `is not declared: "${metric.name}" has ${known}; define it anew with this one, or leave it out`,
    ]);
  }
  return faults;
}

function definitionOf(name: string, find: (name: string) => MetricDescriptor | undefined): Definition | undefined {
  const own = find(name);
  if (own !== undefined) return { metric: own, ownLabel: own.type === 'summary' ? 'quantile' : undefined };
  const [, base = '', suffix] = /^(.+)_(bucket|sum|count)$/.exec(name) ?? [];
  const metric = find(base);
  if (metric?.type === 'histogram') return { metric, ownLabel: suffix === 'bucket' ? 'le' : undefined };
  if (metric?.type === 'summary' && suffix !== 'bucket') return { metric, ownLabel: undefined };
  return undefined;
}
