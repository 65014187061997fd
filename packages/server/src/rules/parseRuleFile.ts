import { checkRule, type Rule } from '@glasspane/core/alerting';
import { isValidName } from '@glasspane/promql/syntax';
import { LineCounter, parseDocument } from 'yaml';
import { parseDuration } from '../collect/config/duration.ts';
import {
  readCount,
  readInterval,
  readListOf,
  readName,
  readRecordOf,
  readText,
} from '../collect/config/readScalars.ts';
import { type ConfigIssue, ScrapeConfigError } from '../collect/config/ScrapeConfigError.ts';
import { type YamlFields, YamlValue } from '../collect/config/YamlValue.ts';
import type { RuleGroup } from './RuleGroup.ts';

const GROUP_FIELDS = ['name', 'interval', 'query_offset', 'limit', 'labels', 'rules'];
const RULE_FIELDS = ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'];

/**
 * Parses a file of rules in Prometheus's form.
 *
 * @param fileName - The file's path, for errors and for who lists the rules.
 * @param defaultIntervalMs - How often groups are evaluated that do not say it.
 * @throws {@link ScrapeConfigError} When the file has faults; it lists them all, with line and column.
 */
export function parseRuleFile(text: string, fileName: string, defaultIntervalMs: number): readonly RuleGroup[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const issues = [...document.errors, ...document.warnings].map(({ message, pos }): ConfigIssue => {
    const { line, col } = lines.linePos(pos[0]);
    return { line, column: col, message };
  });
  if (issues.length > 0) throw new ScrapeConfigError(fileName, issues);
  const file = new YamlValue(document.contents, '', { document, lines, issues });
  const groups = file.isEmpty
    ? []
    : (file.fields(['groups'])?.optional('groups', readGroups(fileName, defaultIntervalMs), []) ?? []);
  if (issues.length > 0) throw new ScrapeConfigError(fileName, issues);
  return groups;
}

function readGroups(file: string, defaultIntervalMs: number): (value: YamlValue) => readonly RuleGroup[] | undefined {
  const seen = new Set<string>();
  return readListOf((value) => {
    const fields = value.fields(GROUP_FIELDS);
    if (fields === undefined) return undefined;
    const name = fields.required('name', readName, '');
    if (seen.has(name))
      fields.fail('name', `there is a group ${JSON.stringify(name)} in this file already; choose another name`);
    seen.add(name);
    const labels = fields.optional('labels', readRecordOf(readMaybeText), {});
    checkLabels(fields, labels);
    return {
      name,
      file,
      intervalMs: fields.optional('interval', readInterval, defaultIntervalMs),
      queryOffsetMs: fields.optional('query_offset', readHold, 0),
      limit: fields.optional('limit', readCount, 0),
      rules: fields.optional(
        'rules',
        readListOf((rule) => readRule(rule, labels)),
        [],
      ),
    };
  });
}

function readRule(value: YamlValue, groupLabels: Readonly<Record<string, string>>): Rule | undefined {
  const fields = value.fields(RULE_FIELDS);
  if (fields === undefined) return undefined;
  if (fields.has('record') === fields.has('alert')) {
    value.fail(`${value.path} needs one of the fields alert and record`);
    return undefined;
  }
  const own = fields.optional('labels', readRecordOf(readMaybeText), {});
  checkLabels(fields, own);
  const labels = { ...groupLabels, ...own };
  const rule = fields.has('alert') ? readAlertingRule(fields, labels) : readRecordingRule(fields, labels);
  for (const { field, name, message } of rule.expr === '' ? [] : checkRule(rule)) {
    fields.fail(field, name === undefined ? message : `${field}.${name}: ${message}`);
  }
  return rule;
}

function readAlertingRule(fields: YamlFields, labels: Readonly<Record<string, string>>): Rule {
  const annotations = fields.optional('annotations', readRecordOf(readMaybeText), {});
  for (const name of Object.keys(annotations)) {
    if (!isValidName(name)) fields.fail('annotations', `${JSON.stringify(name)} is no name of an annotation`);
  }
  return {
    type: 'alerting',
    name: fields.required('alert', readName, ''),
    expr: fields.required('expr', readName, ''),
    forMs: fields.optional('for', readHold, 0),
    keepFiringForMs: fields.optional('keep_firing_for', readHold, 0),
    labels,
    annotations,
  };
}

function readRecordingRule(fields: YamlFields, labels: Readonly<Record<string, string>>): Rule {
  for (const name of ['for', 'keep_firing_for', 'annotations']) {
    if (fields.has(name)) fields.fail(name, `a recording rule takes no ${name}; leave it out`);
  }
  const name = fields.required('record', readName, '');
  // A brace is a selector that lost its way.
  if (!isValidName(name) || /[{}]/.test(name)) fields.fail('record', `${JSON.stringify(name)} is no name of a metric`);
  return { type: 'recording', name, expr: fields.required('expr', readName, ''), labels };
}

function checkLabels(fields: YamlFields, labels: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(labels)) {
    if (name === '__name__') fields.fail('labels', 'the label __name__ is set by the rule; leave it out');
    else if (!isValidName(name)) fields.fail('labels', `${JSON.stringify(name)} is no name of a label`);
  }
}

/** Reads a text; a name with nothing behind it has the empty one, as in Prometheus. */
function readMaybeText(value: YamlValue): string | undefined {
  return value.isEmpty ? '' : readText(value);
}

/** Reads a duration that may be nothing. */
function readHold(value: YamlValue): number | undefined {
  const durationMs = parseDuration(value.source);
  return durationMs ?? value.fail(`${value.path} must be a duration such as 5m or 1h30m, not ${value.description}`);
}
