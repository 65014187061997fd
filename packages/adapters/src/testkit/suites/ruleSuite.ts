import type { AlertRuleStatus, NewAlertRule, RuleEditor, RuleSource } from '@glasspane/core';
import { expect, type TestContext } from 'vitest';
import type { Suite } from '../Suite.ts';

export const ruleSuite: Suite = ({ rule, instance, select, invalidQuery }) => {
  const withEditor =
    (check: (rules: RuleSource, editor: RuleEditor) => Promise<void>) =>
    async ({ skip }: TestContext): Promise<void> => {
      const { rules } = instance().backend;
      if (rules?.editor === undefined) skip('the backend has no rules that can be edited');
      else await check(rules, rules.editor);
    };
  const alertRule = (name: string): NewAlertRule => ({
    name,
    expr: select('gp_test_never'),
    forMs: 60_000,
    severity: 'info',
    labels: { team: 'kit' },
  });
  const statusOf = async (rules: RuleSource, id: string): Promise<AlertRuleStatus | undefined> =>
    (await rules.list()).find((status) => status.id === id);

  rule(
    'A1',
    'a rule that was made without an id gets one, and is among the rules that are evaluated',
    withEditor(async (rules, editor) => {
      const made = await editor.create(alertRule('GpTestMade'));
      expect(made).toMatchObject({ ...alertRule('GpTestMade'), id: expect.stringMatching(/./) });
      expect(await editor.get(made.id)).toEqual(made);
      expect(await editor.list()).toContainEqual(made);
      expect(await statusOf(rules, made.id)).toMatchObject({
        name: 'GpTestMade',
        forMs: 60_000,
        labels: { team: 'kit', severity: 'info' },
        state: 'inactive',
        alerts: [],
        isEditable: true,
        isPaused: false,
      });
    }),
  );

  rule(
    'A2',
    'a rule whose expression is no query is refused as invalid or bad_query, and not kept',
    withEditor(async (_, editor) => {
      const refused = editor.create({ ...alertRule('GpTestBroken'), expr: invalidQuery });
      await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/^(invalid|bad_query)$/) });
      expect((await editor.list()).map(({ name }) => name)).not.toContain('GpTestBroken');
    }),
  );

  rule(
    'A3',
    'an update replaces a rule, and a paused rule stays among the rules',
    withEditor(async (rules, editor) => {
      const { labels: _, ...made } = await editor.create(alertRule('GpTestChanged'));
      const changed = { ...made, severity: 'critical', isPaused: true } as const;
      expect(await editor.update(changed)).toEqual(changed);
      expect(await editor.get(made.id)).toEqual(changed);
      expect(await statusOf(rules, made.id)).toMatchObject({ labels: { severity: 'critical' }, isPaused: true });
    }),
  );

  rule(
    'A4',
    'a deleted rule is not found any more',
    withEditor(async (rules, editor) => {
      const made = await editor.create(alertRule('GpTestDeleted'));
      await editor.delete(made.id);
      expect(await statusOf(rules, made.id)).toBeUndefined();
      for (const call of [() => editor.get(made.id), () => editor.update(made), () => editor.delete(made.id)]) {
        await expect(call()).rejects.toMatchObject({ code: 'not_found' });
      }
    }),
  );
};
