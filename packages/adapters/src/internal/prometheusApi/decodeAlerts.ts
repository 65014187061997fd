import type { Alert } from '@glasspane/core';
import { fingerprintOf } from '@glasspane/core/alerting';
import { badResponse } from './badResponse.ts';
import { decodeLabels } from './decodeLabels.ts';
import { asArray, asRecord } from './json.ts';

/** Decodes the alerts of an answer or of a rule. `where` names their place in the answer. */
export function decodeAlerts(value: unknown, where: string): readonly Alert[] {
  const items = value === null || value === undefined ? [] : asArray(value);
  if (items === undefined) throw badResponse(`${where} is not a list of alerts`);
  return items.map((item, at) => decodeAlert(item, `${where}[${at}]`));
}

function decodeAlert(value: unknown, where: string): Alert {
  const record = asRecord(value);
  if (record === undefined) throw badResponse(`${where} is not an alert`);
  const { state } = record;
  if (state !== 'pending' && state !== 'firing') throw badResponse(`${where}.state is neither pending nor firing`);
  const startsAtMs = typeof record.activeAt === 'string' ? Date.parse(record.activeAt) : Number.NaN;
  if (Number.isNaN(startsAtMs)) throw badResponse(`${where}.activeAt is not a time`);
  const labels = decodeLabels(record.labels, `${where}.labels`);
  return {
    fingerprint: fingerprintOf(labels),
    labels,
    annotations: decodeLabels(record.annotations ?? {}, `${where}.annotations`),
    state,
    ...(typeof record.value === 'string' ? { value: parseValue(record.value) } : {}),
    startsAtMs,
  };
}

function parseValue(text: string): number {
  switch (text) {
    case '+Inf':
      return Number.POSITIVE_INFINITY;
    case '-Inf':
      return Number.NEGATIVE_INFINITY;
    default:
      return Number(text);
  }
}
