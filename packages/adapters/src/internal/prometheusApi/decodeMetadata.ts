import type { MetricDescriptor, MetricType } from '@glasspane/core';
import { badResponse } from './badResponse.ts';
import { asArray, asRecord } from './json.ts';

const TYPES: ReadonlyMap<unknown, MetricType> = new Map<unknown, MetricType>([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['gaugehistogram', 'histogram'],
  ['summary', 'summary'],
  ['info', 'info'],
  ['stateset', 'stateset'],
]);

/** Decodes what the API knows of metrics. Targets may disagree on a metric; the first one counts. */
export function decodeMetadata(data: unknown): readonly MetricDescriptor[] {
  const record = asRecord(data);
  if (record === undefined) throw badResponse('data is not an object of metrics');
  return Object.entries(record)
    .flatMap(([name, entries]) => {
      const entry = asRecord(asArray(entries)?.[0]);
      return entry === undefined ? [] : [toDescriptor(name, entry)];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toDescriptor(name: string, entry: Readonly<Record<string, unknown>>): MetricDescriptor {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const unit = text(entry.unit);
  const help = text(entry.help);
  return {
    name,
    type: TYPES.get(entry.type) ?? 'unknown',
    ...(unit === undefined ? {} : { unit }),
    ...(help === undefined ? {} : { help }),
  };
}
