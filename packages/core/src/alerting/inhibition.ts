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
    const rules = this.#rules.map((rule) => ({ rule, sources: indexSources(rule, firing) }));
    return (labels) => {
      for (const { rule, sources } of rules) {
        if (!rule.isTarget(labels)) continue;
        const found = sources.get(equalKey(rule, labels));
        // An alert that is both source and target is kept quiet only by those that are no targets: else it would be by
        // itself, and two such alerts by each other.
        const source = rule.isSource(labels) ? found?.firstOneSided : found?.first;
        if (source !== undefined) return [source];
      }
      return [];
    };
  }
}

/** Of the sources with the same values, the fingerprint of the first, and of the first that is no target. */
interface Sources {
  readonly first: string;
  firstOneSided: string | undefined;
}

function indexSources(rule: CompiledRule, firing: readonly StoredAlert[]): ReadonlyMap<string, Sources> {
  const index = new Map<string, Sources>();
  for (const { labels, fingerprint } of firing) {
    if (!rule.isSource(labels)) continue;
    const key = equalKey(rule, labels);
    const known = index.get(key) ?? { first: fingerprint, firstOneSided: undefined };
    if (!rule.isTarget(labels)) known.firstOneSided ??= fingerprint;
    index.set(key, known);
  }
  return index;
}

function equalKey({ equal }: CompiledRule, labels: Labels): string {
  return JSON.stringify(equal.map((name) => labelOf(labels, name)));
}

function labelOf(labels: Labels, name: string): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? '') : '';
}
