import type { MetricType } from '@glasspane/core';
import type { ExposedSample, Exposition, MetricFamily } from './Exposition.ts';

/** A value with the labels that tell it from the family's other values. */
export type LabelledValue = readonly [labels: Readonly<Record<string, string>>, value: number];

/** Makes a family of values: one for each label set, or a single one without labels. */
export function metricFamily(
  type: MetricType,
  name: string,
  help: string,
  values: number | readonly LabelledValue[],
): MetricFamily {
  const labelled: readonly LabelledValue[] = typeof values === 'number' ? [[{}, values]] : values;
  const samples: readonly ExposedSample[] = labelled.map(([labels, value]) => ({
    labels: { __name__: name, ...labels },
    value,
  }));
  return { name, type, help, samples };
}

/** Makes a family of values that may go up and down. */
export function gauge(name: string, help: string, values: number | readonly LabelledValue[]): MetricFamily {
  return metricFamily('gauge', name, help, values);
}

/** Makes a family of values that only go up. */
export function counter(name: string, help: string, values: number | readonly LabelledValue[]): MetricFamily {
  return metricFamily('counter', name, help, values);
}

/** Lays families out as a scrape of them would. */
export function toExposition(families: readonly MetricFamily[]): Exposition {
  return {
    samples: families.flatMap(({ samples }) => samples),
    metadata: families.map(({ samples: _, ...descriptor }) => descriptor),
  };
}
