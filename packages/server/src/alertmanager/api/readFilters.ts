import type { Muting } from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import type { Labels, Matcher } from '@glasspane/promql/syntax';
import { ApiError } from '../../http/ApiError.ts';
import { messageOf } from '../../store/storeErrors.ts';
import { parseMatcher } from '../parseMatcher.ts';

/** Which alerts a request asks for. */
export interface AlertFilters {
  readonly isWanted: (labels: Labels, muting: Muting) => boolean;
  readonly isWantedReceiver: (name: string) => boolean;
}

/**
 * Reads the parameters by which lists of alerts are filtered.
 *
 * @throws {@link ApiError} When a matcher or the expression for receivers cannot be read.
 */
export function readAlertFilters(query: URLSearchParams): AlertFilters {
  const matchesLabels = compileMatchers(readMatchers(query));
  const [active, silenced, inhibited] = ['active', 'silenced', 'inhibited'].map((name) => readFlag(query, name));
  return {
    isWanted: (labels, { silencedBy, inhibitedBy }) =>
      matchesLabels(labels) &&
      (active === true || silencedBy.length > 0 || inhibitedBy.length > 0) &&
      (silenced === true || silencedBy.length === 0) &&
      (inhibited === true || inhibitedBy.length === 0),
    isWantedReceiver: readReceiver(query),
  };
}

/** Reads the matchers of the parameters `filter`. */
export function readMatchers(query: URLSearchParams): readonly Matcher[] {
  return query.getAll('filter').map((text) => {
    try {
      return parseMatcher(text);
    } catch (error) {
      throw new ApiError('bad_data', messageOf(error));
    }
  });
}

/** Reads a parameter that is true unless it says otherwise. */
export function readFlag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name);
  return text === null || /^(?:true|1|yes|ok|y|on|selected|checked|t|enabled)$/i.test(text);
}

function readReceiver(query: URLSearchParams): (name: string) => boolean {
  const value = query.get('receiver') ?? '';
  if (value === '') return () => true;
  try {
    const matches = compileMatchers([{ name: 'receiver', operator: '=~', value }]);
    return (receiver) => matches({ receiver });
  } catch (error) {
    throw new ApiError('bad_data', `failed to parse receiver param: ${messageOf(error)}`);
  }
}
