import { compileRelabelRegex } from '../scrape/compileRelabelRegex.ts';
import type { RelabelAction, RelabelRule } from '../scrape/RelabelRule.ts';
import { readCount, readListOf, readName, readOneOf, readText } from './readScalars.ts';
import type { YamlFields, YamlReader, YamlValue } from './YamlValue.ts';

const FIELDS = ['source_labels', 'separator', 'target_label', 'regex', 'modulus', 'replacement', 'action'];

const ACTIONS: readonly RelabelAction[] = [
  'replace',
  'keep',
  'drop',
  'keepequal',
  'dropequal',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
];

const readAction: YamlReader<RelabelAction | undefined> = readOneOf(ACTIONS);

const MATCH_ALL = /^(.*)$/s;

/** Reads one step of relabeling. */
export function readRelabelRule(value: YamlValue): RelabelRule | undefined {
  const fields = value.fields(FIELDS);
  if (fields === undefined) return undefined;
  const action = fields.has('action') ? fields.optional('action', readAction, undefined) : 'replace';
  if (action === undefined) return undefined;
  const sources = {
    sourceLabels: fields.optional('source_labels', readListOf(readText), []),
    separator: fields.optional('separator', readText, ';'),
  };
  const regex = fields.optional('regex', readRegex, MATCH_ALL);
  const replacement = readReplacement(fields);
  switch (action) {
    case 'replace':
      return { action, ...sources, regex, replacement, targetLabel: readTargetLabel(fields) };
    case 'keep':
    case 'drop':
      return { action, ...sources, regex };
    case 'lowercase':
    case 'uppercase':
      return { action, ...sources, targetLabel: readTargetLabel(fields) };
    case 'keepequal':
    case 'dropequal':
      refuseFields(fields, action, ['separator', 'regex', 'modulus', 'replacement']);
      return { action, ...sources, targetLabel: readTargetLabel(fields) };
    case 'hashmod':
      return { action, ...sources, targetLabel: readTargetLabel(fields), modulus: readModulus(fields) };
    case 'labelmap':
      return { action, regex, replacement };
    case 'labeldrop':
    case 'labelkeep':
      refuseFields(fields, action, ['source_labels', 'separator', 'target_label', 'modulus', 'replacement']);
      return { action, regex };
  }
}

function readTargetLabel(fields: YamlFields): string {
  return fields.required('target_label', readName, '');
}

function readModulus(fields: YamlFields): number {
  const modulus = fields.required('modulus', readCount, 1);
  if (modulus === 0) fields.fail('modulus', 'the modulus of action hashmod must be at least 1');
  return modulus;
}

/** An empty replacement means something: the label goes. */
function readReplacement(fields: YamlFields): string {
  return fields.optional('replacement', readText, '$1');
}

function readRegex(value: YamlValue): RegExp | undefined {
  const pattern = readText(value);
  if (pattern === undefined) return undefined;
  try {
    return compileRelabelRegex(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return value.fail(`${value.path} must be a regular expression in RE2's syntax: ${reason}`);
  }
}

function refuseFields(fields: YamlFields, action: RelabelAction, names: readonly string[]): void {
  for (const name of names) {
    if (fields.has(name)) fields.fail(name, `action ${action} takes no ${name}; leave it out`);
  }
}
