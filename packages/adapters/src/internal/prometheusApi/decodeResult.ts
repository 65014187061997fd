import type { Notice } from '@glasspane/core';
import type { Labels } from '@glasspane/promql/syntax';
import { badResponse } from './badResponse.ts';
import { decodeLabels } from './decodeLabels.ts';
import { asArray, asRecord, type JsonRecord } from './json.ts';
import { parseSamplePair, type SamplePair } from './samplePair.ts';

/** A result of the query endpoints: its type, and its content as it came. */
export interface WireResult {
  readonly resultType: string;
  readonly result: readonly unknown[];
}

/** One series of a result, its labels decoded. */
export interface WireSeries {
  readonly labels: Labels;
  readonly record: JsonRecord;
  /** Its place in the answer, for messages. */
  readonly where: string;
}

export function decodeResult(data: unknown): WireResult {
  const { resultType, result } = asRecord(data) ?? {};
  const list = asArray(result);
  if (typeof resultType !== 'string' || list === undefined) {
    throw badResponse('data has no resultType and result');
  }
  return { resultType, result: list };
}

/** Decodes the labels of each series, and leaves out those that only have native histograms. */
export function decodeSeries(
  result: readonly unknown[],
  content: 'value' | 'values',
): { readonly series: readonly WireSeries[]; readonly notices: readonly Notice[] } {
  const series: WireSeries[] = [];
  let histograms = 0;
  for (const [at, item] of result.entries()) {
    const where = `data.result[${at}]`;
    const record = asRecord(item);
    if (record === undefined) throw badResponse(`${where} is not an object`);
    if (Object.hasOwn(record, content)) series.push({ labels: decodeLabels(record.metric, where), record, where });
    else if (Object.hasOwn(record, 'histogram') || Object.hasOwn(record, 'histograms')) histograms += 1;
    else throw badResponse(`${where} has no ${content}`);
  }
  return { series, notices: histograms === 0 ? [] : [histogramNotice(histograms)] };
}

/**
 * Decodes one sample.
 *
 * @param where - Its place in the answer, or that of the list it is in.
 * @param at - Its number in that list.
 */
export function decodeSample(pair: unknown, where: string, at?: number): SamplePair {
  const sample = parseSamplePair(pair);
  if (sample !== undefined) return sample;
  throw badResponse(`${where}${at === undefined ? '' : `[${at}]`} is not a pair of a time and a number in a string`);
}

/** Returns the samples of a series, not yet decoded. */
export function samplesOf({ record, where }: WireSeries): readonly unknown[] {
  const values = asArray(record.values);
  if (values === undefined) throw badResponse(`${where}.values is not a list`);
  return values;
}

function histogramNotice(count: number): Notice {
  const message = `${count} series of native histograms are left out; ask for numbers with histogram_quantile() or histogram_count().`;
  return { severity: 'warning', message };
}
