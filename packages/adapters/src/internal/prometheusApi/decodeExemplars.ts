import type { Exemplar, ExemplarSeries } from '@glasspane/core';
import { badResponse } from './badResponse.ts';
import { decodeLabels } from './decodeLabels.ts';
import { asArray, asRecord } from './json.ts';
import { parseSamplePair } from './samplePair.ts';

/** Decodes what `query_exemplars` answers with. */
export function decodeExemplars(data: unknown): readonly ExemplarSeries[] {
  // An empty list is null in answers of some servers.
  const items = data === null || data === undefined ? [] : asArray(data);
  if (items === undefined) throw badResponse('data is not a list of series with exemplars');
  return items.map((item, at) => {
    const where = `data[${at}]`;
    const record = asRecord(item);
    const exemplars = asArray(record?.exemplars);
    if (record === undefined || exemplars === undefined) throw badResponse(`${where} is not a series with exemplars`);
    return {
      labels: decodeLabels(record.seriesLabels ?? {}, `${where}.seriesLabels`),
      exemplars: exemplars.map((one, place) => decodeExemplar(one, `${where}.exemplars[${place}]`)),
    };
  });
}

function decodeExemplar(value: unknown, where: string): Exemplar {
  const record = asRecord(value);
  const sample = parseSamplePair([record?.timestamp, record?.value]);
  if (record === undefined || sample === undefined) throw badResponse(`${where} is not an exemplar`);
  return { labels: decodeLabels(record.labels ?? {}, `${where}.labels`), ...sample };
}
