import type { Labels, Matcher } from '@glasspane/promql/syntax';
import { Inhibition, type InhibitRule } from './inhibition.ts';
import type { Receiver } from './Receiver.ts';
import type { Route } from './Route.ts';
import { RouteTree } from './RouteTree.ts';
import type { CompileMatchers } from './silences.ts';

/**
 * Who is told of which alerts, and when.
 *
 * @public
 */
export interface AlertingConfig {
  readonly route: Route;
  readonly receivers: readonly Receiver[];
  readonly inhibitRules: readonly InhibitRule[];
  /** How long an alert fires after a report that does not say when it ends, in milliseconds. */
  readonly resolveTimeoutMs: number;
}

/**
 * A configuration, ready to be asked.
 *
 * @public
 */
export interface CompiledAlerting {
  readonly tree: RouteTree;
  readonly inhibition: Inhibition;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly resolveTimeoutMs: number;
  /** Returns the test of these very matchers; each array is compiled once. */
  readonly testOf: (matchers: readonly Matcher[]) => (labels: Labels) => boolean;
}

/**
 * Prepares a configuration.
 *
 * @throws Error When a regular expression of a matcher is not valid.
 * @public
 */
export function compileAlerting(config: AlertingConfig, compileMatchers: CompileMatchers): CompiledAlerting {
  const tests = new WeakMap<readonly Matcher[], (labels: Labels) => boolean>();
  return {
    tree: new RouteTree(config.route, compileMatchers),
    inhibition: new Inhibition(config.inhibitRules, compileMatchers),
    receivers: new Map(config.receivers.map((receiver) => [receiver.name, receiver])),
    resolveTimeoutMs: config.resolveTimeoutMs,
    testOf(matchers) {
      const known = tests.get(matchers);
      if (known !== undefined) return known;
      const test = compileMatchers(matchers);
      tests.set(matchers, test);
      return test;
    },
  };
}
