import { type Alert, GlasspaneError } from '@glasspane/core';
import { compileMatchers } from '@glasspane/promql';
import type { Matcher } from '@glasspane/promql/syntax';

/**
 * Returns the alerts that satisfy all matchers, the newest first.
 *
 * @throws {@link GlasspaneError} `invalid` when a matcher's regular expression is none.
 */
export function filterAlerts(alerts: readonly Alert[], matchers: readonly Matcher[]): readonly Alert[] {
  const isWanted = compile(matchers);
  return alerts.filter(({ labels }) => isWanted(labels)).sort((a, b) => b.startsAtMs - a.startsAtMs);
}

function compile(matchers: readonly Matcher[]): ReturnType<typeof compileMatchers> {
  try {
    return compileMatchers(matchers);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GlasspaneError('invalid', `A matcher cannot be used: ${reason}.`, { cause });
  }
}
