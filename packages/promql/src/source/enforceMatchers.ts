import type { Matcher } from '../syntax/Matcher.ts';
import type { SampleSource } from './SampleSource.ts';

/**
 * Returns a source that only gives series which fulfil the matchers as well, whatever is asked of it.
 *
 * It is the fence around what a tenant may see when queries are evaluated here: nothing that is read passes by it, the
 * series that `info()` reads included.
 *
 * @public
 */
export function enforceMatchers(source: SampleSource, matchers: readonly Matcher[]): SampleSource {
  return {
    select: (request, signal) => source.select({ ...request, matchers: [...request.matchers, ...matchers] }, signal),
  };
}
