import { createHash } from 'node:crypto';
import type { Labels } from '@glasspane/promql';
import type { RelabelRule } from './RelabelRule.ts';

/** Applies the rules one after the other; `undefined` where one of them drops the label set. */
export function relabel(labels: Labels, rules: readonly RelabelRule[]): Labels | undefined {
  if (rules.length === 0) return labels;
  const changed = new Map(Object.entries(labels));
  for (const rule of rules) if (!applyRule(changed, rule)) return undefined;
  return Object.fromEntries(changed);
}

/** Changes the labels; returns whether they are kept. */
function applyRule(labels: Map<string, string>, rule: RelabelRule): boolean {
  switch (rule.action) {
    case 'keep':
      return rule.regex.test(joinSources(labels, rule));
    case 'drop':
      return !rule.regex.test(joinSources(labels, rule));
    case 'keepequal':
      return joinSources(labels, rule) === (labels.get(rule.targetLabel) ?? '');
    case 'dropequal':
      return joinSources(labels, rule) !== (labels.get(rule.targetLabel) ?? '');
    case 'replace':
      replaceLabel(labels, rule);
      return true;
    case 'lowercase':
      setLabel(labels, rule.targetLabel, joinSources(labels, rule).toLowerCase());
      return true;
    case 'uppercase':
      setLabel(labels, rule.targetLabel, joinSources(labels, rule).toUpperCase());
      return true;
    case 'hashmod':
      setLabel(labels, rule.targetLabel, String(hashModulo(joinSources(labels, rule), rule.modulus)));
      return true;
    case 'labelmap':
      mapLabels(labels, rule);
      return true;
    case 'labeldrop':
      for (const name of [...labels.keys()]) if (rule.regex.test(name)) labels.delete(name);
      return true;
    case 'labelkeep':
      for (const name of [...labels.keys()]) if (!rule.regex.test(name)) labels.delete(name);
      return true;
  }
}

function joinSources(
  labels: ReadonlyMap<string, string>,
  { sourceLabels, separator }: { readonly sourceLabels: readonly string[]; readonly separator: string },
): string {
  return sourceLabels.map((name) => labels.get(name) ?? '').join(separator);
}

/** An empty value is the same as no label. */
function setLabel(labels: Map<string, string>, name: string, value: string): void {
  if (value === '') labels.delete(name);
  else labels.set(name, value);
}

function replaceLabel(labels: Map<string, string>, rule: Extract<RelabelRule, { action: 'replace' }>): void {
  const match = rule.regex.exec(joinSources(labels, rule));
  if (match === null) return;
  const target = expand(rule.targetLabel, match);
  if (target !== '') setLabel(labels, target, expand(rule.replacement, match));
}

function mapLabels(
  labels: Map<string, string>,
  { regex, replacement }: Extract<RelabelRule, { action: 'labelmap' }>,
): void {
  for (const [name, value] of [...labels]) {
    const match = regex.exec(name);
    const target = match === null ? '' : expand(replacement, match);
    if (target !== '') setLabel(labels, target, value);
  }
}

/** Fills in `$1`, `${1}`, `$name` and `${name}` as Go does: the longest name wins, so `$1x` asks for group `1x`. */
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => {
    const name = bare ?? braced;
    if (name === undefined) return '$';
    if (/^\d+$/.test(name)) return match[Number(name)] ?? '';
    const groups = match.groups ?? {};
    return Object.hasOwn(groups, name) ? (groups[name] ?? '') : '';
  });
}

/** As Prometheus: the last eight bytes of the MD5 digest, read as a big-endian number. */
function hashModulo(text: string, modulus: number): bigint {
  return createHash('md5').update(text).digest().readBigUInt64BE(8) % BigInt(modulus);
}
