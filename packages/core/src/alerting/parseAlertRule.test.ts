import { describe, expect, it } from 'vitest';
import { alertRuleDocument } from '../testing/documents.ts';
import { parseAlertRule } from './parseAlertRule.ts';

describe('parseAlertRule', () => {
  it('gives a rule as it is, fields included that it does not know', () => {
    const document = { ...alertRuleDocument, 'x-note': 1 };
    expect(parseAlertRule(document)).toEqual(document);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ expr: '' }, 'expr: must not be empty'],
    [{ severity: 'bad' }, 'severity: expected "critical", "warning" or "info", found "bad"'],
    [{ labels: { 'a-b': 'x' } }, 'labels["a-b"]: is no label name; use letters, digits and _, and no digit first'],
    [{ labels: { alertname: 'x' } }, "labels.alertname: is set by the rule's name"],
    [{ annotations: { summary: 1 } }, 'annotations.summary: expected a text, found 1'],
  ])('says what is wrong with %j', (change, issue) => {
    expect(() => parseAlertRule({ ...alertRuleDocument, ...change })).toThrow(`Invalid alert rule:\n${issue}`);
  });
});
