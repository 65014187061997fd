import { compileMatchers } from '@glasspane/promql';
import { parseSelector } from '@glasspane/promql/syntax';
import { invalidParameter } from '../http/ApiError.ts';
import type { ApiHandler } from '../http/ApiHandler.ts';
import type { RequestForm } from '../http/RequestForm.ts';
import { messageOf } from '../store/storeErrors.ts';
import type { EditableRules } from './EditableRules.ts';
import type { FileRules } from './FileRules.ts';
import { editableToJson, groupToJson, type JsonRule, type JsonRuleGroup } from './rulesToJson.ts';

/** Where the rules come from that the API lists. */
export interface RuleSources {
  readonly files: FileRules;
  readonly editable: EditableRules;
  /** How often rules are evaluated that are edited over the API. */
  readonly intervalMs: number;
}

/** Makes the handlers of Prometheus's `/api/v1/rules` and `/api/v1/alerts`. */
export function createRulesHandlers(sources: RuleSources): { readonly rules: ApiHandler; readonly alerts: ApiHandler } {
  return {
    rules({ form }) {
      const isWanted = readRuleFilter(form);
      const isAlertless = readFlag(form, 'exclude_alerts');
      const groups = filterGroups(allGroups(sources), form).flatMap((group) => {
        const rules = group.rules.filter(isWanted).map((rule) => withoutAlerts(rule, isAlertless));
        return rules.length === 0 && group.rules.length > 0 ? [] : [{ ...group, rules }];
      });
      return { json: JSON.stringify({ groups }) };
    },
    alerts() {
      const alerts = allGroups(sources).flatMap(({ rules }) => rules.flatMap((rule) => rule.alerts ?? []));
      return { json: JSON.stringify({ alerts }) };
    },
  };
}

function allGroups({ files, editable, intervalMs }: RuleSources): readonly JsonRuleGroup[] {
  const edited = editable.list();
  const groups = files.loops.map(groupToJson).sort((a, b) => compare(a.file, b.file) || compare(a.name, b.name));
  return edited.length === 0 ? groups : [...groups, editableToJson(edited, intervalMs)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filterGroups(groups: readonly JsonRuleGroup[], form: RequestForm): readonly JsonRuleGroup[] {
  const names = form.all('rule_group[]');
  const files = form.all('file[]');
  return groups.filter(
    ({ name, file }) => (names.length === 0 || names.includes(name)) && (files.length === 0 || files.includes(file)),
  );
}

function readRuleFilter(form: RequestForm): (rule: JsonRule) => boolean {
  const type = form.get('type').toLowerCase();
  if (!['', 'alert', 'record'].includes(type)) {
    throw invalidParameter('type', `not supported value ${JSON.stringify(type)}`);
  }
  const names = form.all('rule_name[]');
  const isMatch = readMatch(form);
  return (rule) =>
    (type === '' || (type === 'alert') === (rule.type === 'alerting')) &&
    (names.length === 0 || names.includes(rule.name)) &&
    isMatch(rule.labels ?? {});
}

/** Of several selectors one has to fit, as in Prometheus. */
function readMatch(form: RequestForm): (labels: Readonly<Record<string, string>>) => boolean {
  const selectors = form.all('match[]');
  if (selectors.length === 0) return () => true;
  try {
    const tests = selectors.map((selector) => compileMatchers(parseSelector(selector)));
    return (labels) => tests.some((test) => test(labels));
  } catch (error) {
    throw invalidParameter('match[]', messageOf(error));
  }
}

function readFlag(form: RequestForm, name: string): boolean {
  const text = form.get(name).toLowerCase();
  if (['', '0', 'f', 'false'].includes(text)) return false;
  if (['1', 't', 'true'].includes(text)) return true;
  throw invalidParameter(
    name,
    `error converting to bool: strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`,
  );
}

function withoutAlerts(rule: JsonRule, isAlertless: boolean): JsonRule {
  if (!isAlertless) return rule;
  const { alerts: _, ...rest } = rule;
  return rest as JsonRule;
}
