import { describe, expect, it } from 'vitest';
import { sampleRules } from '../../../../stories/fakes/sampleRules.ts';
import { checkRuleDraft } from './checkRuleDraft.ts';
import { type RuleDraft, toRuleDraft } from './ruleDraft.ts';

const draft = toRuleDraft({ name: 'slow', expr: 'latency_seconds > 1', severity: 'warning', id: 'slow' });
const checked = (change: Partial<RuleDraft>) => checkRuleDraft({ ...draft, ...change });

describe('the draft of a rule', () => {
  it.each(sampleRules.map((rule) => [rule.name, rule] as const))('gives %s back as it was', (_, rule) => {
    const { rule: result, faults } = checkRuleDraft(toRuleDraft(rule));
    expect(faults).toEqual({});
    expect({ ...result, expr: rule.expr, id: rule.id }).toEqual(rule);
    expect(result.expr.replace(/e\+0*/, 'e').replace('1000000000', '1e9')).toBe(rule.expr);
  });

  it('opens in the short form where the condition has one', () => {
    expect(draft.form).toBe('short');
    expect(draft.short).toEqual({
      metric: 'latency_seconds',
      matchers: [],
      reducer: '',
      window: '5m',
      aggregate: '',
      by: '',
      operator: '>',
      threshold: '1',
    });
    expect(toRuleDraft({ expr: 'a / b > 1' }).form).toBe('promql');
    expect(toRuleDraft({}).form).toBe('short');
  });

  it('builds PromQL from the short form', () => {
    const short = {
      ...draft.short,
      metric: 'errors_total',
      matchers: [{ key: 0, name: 'code', operator: '=~', value: '5..' } as const],
      reducer: 'rate',
      aggregate: 'sum',
      by: 'service,  region',
      threshold: '0.5',
    } as const;
    expect(checked({ short }).rule.expr).toBe('sum by (service, region) (rate(errors_total{code=~"5.."}[5m])) > 0.5');
  });

  it.each<[string, Partial<RuleDraft>, object]>([
    ['no name', { name: ' ' }, { name: expect.stringContaining('Give the rule a name') }],
    ['no metric', { short: { ...draft.short, metric: '' } }, { metric: 'Choose a metric.' }],
    [
      'no threshold',
      { short: { ...draft.short, threshold: 'much' } },
      { threshold: expect.stringContaining('number') },
    ],
    [
      'a window that is none',
      { short: { ...draft.short, reducer: 'rate', window: '5' } },
      { window: expect.anything() },
    ],
    [
      'a filter without label',
      { short: { ...draft.short, matchers: [{ key: 0, name: '', operator: '=', value: 'x' }] } },
      { matchers: expect.anything() },
    ],
    [
      'a filter that is no regular expression',
      { short: { ...draft.short, matchers: [{ key: 0, name: 'a', operator: '=~', value: '(' }] } },
      { matchers: expect.stringContaining('cannot be written as PromQL') },
    ],
    ['no PromQL', { form: 'promql', expr: 'sum(' }, { expr: expect.stringContaining('1:5: parse error') }],
    ['a range', { form: 'promql', expr: 'up[5m]' }, { expr: expect.stringContaining('range of samples') }],
    ['a duration that is none', { for: 'soon' }, { for: expect.stringContaining('Write a duration') }],
    [
      'a label name that is none',
      { labels: [{ key: 0, name: 'a-b', value: 'x' }] },
      { labels: expect.stringContaining('is no label name') },
    ],
    [
      'a label twice',
      {
        labels: [
          { key: 0, name: 'a', value: 'x' },
          { key: 1, name: 'a', value: 'y' },
        ],
      },
      { labels: expect.stringContaining('is there twice') },
    ],
    ['a broken template', { summary: '{{ .x' }, { summary: expect.stringContaining('unclosed action') }],
  ])('says at its field what is wrong with %s', (_, change, faults) => {
    expect(checked(change).faults).toEqual(faults);
  });
});
