import type { Labels, Matcher } from '@glasspane/promql/syntax';
import { isResolvedAt, type StoredAlert } from './StoredAlert.ts';
import type { CompileMatchers } from './silences.ts';

/**
 * Keeps alerts from being told while certain others fire.
 *
 * @public
 */
export interface InhibitRule {
  /** The alerts that keep others quiet. */
  readonly sourceMatchers: readonly Matcher[];
  /** The alerts that are kept quiet. */
  readonly targetMatchers: readonly Matcher[];
  /** The labels that both must have in common; where both lack one, it is in common. */
  readonly equal: readonly string[];
}

interface CompiledRule {
  readonly isSource: (labels: Labels) => boolean;
  readonly isTarget: (labels: Labels) => boolean;
  readonly equal: readonly string[];
}

/** Inhibit rules, ready to be asked. */
export class Inhibition {
  readonly #rules: readonly CompiledRule[];

  /** @throws Error When a regular expression of a matcher is not valid. */
  constructor(rules: readonly InhibitRule[], compileMatchers: CompileMatchers) {
    this.#rules = rules.map(({ sourceMatchers, targetMatchers, equal }) => ({
      isSource: compileMatchers(sourceMatchers),
      isTarget: compileMatchers(targetMatchers),
      equal,
    }));
  }

  /** Prepares for many questions about the same alerts at the same time; the answer names what keeps an alert quiet. */
  among(alerts: Iterable<StoredAlert>, nowMs: number): (labels: Labels) => readonly string[] {
    if (this.#rules.length === 0) return () => [];
    const firing = [...alerts].filter((alert) => !isResolvedAt(alert, nowMs));
    const rules = this.#rules.map((rule) => ({ rule, sources: firing.filter(({ labels }) => rule.isSource(labels)) }));
    return (labels) => {
      for (const { rule, sources } of rules) {
        if (!rule.isTarget(labels)) continue;
        // An alert that is both source and target is kept quiet only by those that are no targets: else it would be by
        // itself, and two such alerts by each other.
        const isBoth = rule.isSource(labels);
        const source = sources.find(
          (candidate) =>
            rule.equal.every((name) => labelOf(candidate.labels, name) === labelOf(labels, name)) &&
            !(isBoth && rule.isTarget(candidate.labels)),
        );
        if (source !== undefined) return [source.fingerprint];
      }
      return [];
    };
  }
}

function labelOf(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}
