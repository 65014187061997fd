import type { Notice } from '@glasspane/core';
import { badResponse } from './badResponse.ts';
import { asRecord, type JsonRecord } from './json.ts';

/** What an answer of the API holds when all went well. */
export interface ApiAnswer {
  /** Still as it came: who asked knows its form. */
  readonly data: unknown;
  readonly notices: readonly Notice[];
}

/** What an answer of the API holds when something went wrong. */
export interface ApiFailure {
  readonly errorType: string;
  readonly error: string;
}

/** Parses the body of an answer that says success. */
export function parseAnswer(body: string): ApiAnswer {
  const envelope = parseJsonObject(body);
  if (envelope === undefined) throw badResponse(looksLikeHtml(body) ? 'it is a web page' : 'it is not a JSON object');
  if (envelope.status !== 'success') throw badResponse('its status is not "success"');
  return {
    data: envelope.data,
    notices: [...toNotices('warning', envelope.warnings), ...toNotices('info', envelope.infos)],
  };
}

/** Parses the body of an answer that says failure; `undefined` where it is not one of the API. */
export function parseFailure(body: string): ApiFailure | undefined {
  const envelope = parseJsonObject(body);
  if (envelope?.status !== 'error') return undefined;
  return { errorType: textOf(envelope.errorType), error: textOf(envelope.error) };
}

export function looksLikeHtml(body: string): boolean {
  return /^\s*</.test(body);
}

function parseJsonObject(body: string): JsonRecord | undefined {
  try {
    return asRecord(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function toNotices(severity: Notice['severity'], messages: unknown): Notice[] {
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((message) => (typeof message === 'string' ? [{ severity, message }] : []));
}

/** What is no text cannot always be made one: an object of the answer may bring a `toString` of its own. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
