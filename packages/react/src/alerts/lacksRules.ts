import { toGlasspaneError } from '@glasspane/core';

/** Some servers speak Prometheus's query API and have no rules: asking again will not change that. */
export function lacksRules(error: Error | null | undefined): boolean {
  if (error === null || error === undefined) return false;
  return ['not_found', 'unsupported'].includes(toGlasspaneError(error).code);
}
