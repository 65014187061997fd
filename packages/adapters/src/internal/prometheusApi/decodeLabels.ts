import type { Labels } from '@glasspane/promql/syntax';
import { badResponse } from './badResponse.ts';
import { asRecord } from './json.ts';

/** Decodes a label set; an empty value is an absent label. `where` names its place in the answer. */
export function decodeLabels(value: unknown, where: string): Labels {
  const record = asRecord(value);
  if (record === undefined) throw badResponse(`${where} is not an object of labels`);
  const labels: [string, string][] = [];
  for (const [name, text] of Object.entries(record)) {
    if (typeof text !== 'string') throw badResponse(`the label ${JSON.stringify(name)} of ${where} is not a string`);
    if (text !== '') labels.push([name, text]);
  }
  return Object.fromEntries(labels);
}
