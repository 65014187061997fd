import type { NewSilence } from '@glasspane/core';
import type { PostedAlert } from '@glasspane/core/alerting';
import type { Matcher } from '@glasspane/promql/syntax';
import { ApiError } from '../../http/ApiError.ts';
import { messageOf } from '../../store/storeErrors.ts';
import { parseWireTime } from './wireTime.ts';

type Json = Readonly<Record<string, unknown>>;

const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
// A form that has the right shape but lacks what it needs, in Alertmanager's status.
const UNPROCESSABLE = 422;

/**
 * Reads the body of a post of alerts, by Alertmanager's rules.
 *
 * @throws {@link ApiError} When any of them is wrong: none is taken then.
 */
export function readPostableAlerts(body: unknown, nowMs: number): readonly PostedAlert[] {
  if (!Array.isArray(body)) throw bad('expected a list of alerts');
  return body.map((item: unknown, i) => {
    try {
      return readAlert(item, nowMs);
    } catch (error) {
      if (error instanceof ApiError) throw new ApiError(error.type, `${i}.${error.message}`, error.status);
      throw bad(`${messageOf(error)} (alert ${i})`);
    }
  });
}

function readAlert(item: unknown, nowMs: number): PostedAlert {
  if (!isObject(item)) throw new Error('expected an alert');
  if (!isObject(item.labels)) throw new ApiError('bad_data', 'labels in body is required', UNPROCESSABLE);
  const labels = Object.fromEntries(
    Object.entries(readTexts(item.labels, 'label')).filter(([, value]) => value !== ''),
  );
  if (Object.keys(labels).length === 0) throw new Error('at least one label pair required');
  const annotations = item.annotations == null ? {} : readTexts(item.annotations, 'annotation');
  const givenStartMs = parseWireTime(item.startsAt, 'startsAt');
  const endsAtMs = parseWireTime(item.endsAt, 'endsAt');
  const startsAtMs = givenStartMs ?? endsAtMs ?? nowMs;
  if (endsAtMs !== undefined && endsAtMs < startsAtMs) throw new Error('start time must be before end time');
  const { generatorURL = '' } = item;
  if (typeof generatorURL !== 'string') throw new Error('generatorURL must be a text');
  return { labels, annotations, startsAtMs, endsAtMs, generatorUrl: generatorURL === '' ? undefined : generatorURL };
}

function readTexts(value: unknown, what: string): Readonly<Record<string, string>> {
  if (!isObject(value)) throw new Error(`${what}s must be a mapping of texts`);
  for (const [name, text] of Object.entries(value)) {
    if (!LABEL_NAME.test(name)) throw new Error(`invalid ${what} set: invalid name ${JSON.stringify(name)}`);
    if (typeof text !== 'string') throw new Error(`the ${what} ${name} must be a text`);
  }
  return value as Readonly<Record<string, string>>;
}

/** A silence as it was posted. */
export interface PostedSilence {
  /** The silence that it changes; the empty text for a new one. */
  readonly id: string;
  readonly silence: NewSilence;
}

/**
 * Reads the body of a post of a silence; whether it can be made is checked elsewhere.
 *
 * @throws {@link ApiError} When it has not the form of one.
 */
export function readPostableSilence(body: unknown): PostedSilence {
  if (!isObject(body)) throw bad('expected a silence');
  for (const field of ['matchers', 'startsAt', 'endsAt', 'createdBy', 'comment']) {
    if (body[field] == null) throw new ApiError('bad_data', `${field} in body is required`, UNPROCESSABLE);
  }
  const { id = '', matchers, startsAt, endsAt, createdBy, comment } = body;
  if (!Array.isArray(matchers) || matchers.length === 0) {
    throw new ApiError('bad_data', 'matchers in body should have at least 1 items', UNPROCESSABLE);
  }
  if (typeof id !== 'string' || typeof createdBy !== 'string' || typeof comment !== 'string') {
    throw bad('id, createdBy and comment must be texts');
  }
  try {
    const startsAtMs = parseWireTime(startsAt, 'startsAt');
    const endsAtMs = parseWireTime(endsAt, 'endsAt');
    if (startsAtMs === undefined || endsAtMs === undefined) throw new Error('startsAt and endsAt must be given');
    return { id, silence: { matchers: matchers.map(readMatcher), startsAtMs, endsAtMs, createdBy, comment } };
  } catch (error) {
    throw bad(messageOf(error));
  }
}

function readMatcher(item: unknown): Matcher {
  if (!isObject(item)) throw new Error('expected a matcher');
  const { name, value, isRegex, isEqual = true } = item;
  if (typeof name !== 'string' || typeof value !== 'string')
    throw new Error('name and value of a matcher must be texts');
  if (typeof isRegex !== 'boolean' || typeof isEqual !== 'boolean') {
    throw new Error('isRegex and isEqual of a matcher must be true or false');
  }
  const operator = isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=';
  return { name, operator, value };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(message: string): ApiError {
  return new ApiError('bad_data', message);
}
