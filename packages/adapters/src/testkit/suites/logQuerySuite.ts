import { buildLogql } from '@glasspane/core/logs';
import { expect } from 'vitest';
import { ODD_VALUES } from '../fixture.ts';
import { equal, type Suite } from '../Suite.ts';
import { linesOf, withLogs } from '../withLogs.ts';

export const logQuerySuite: Suite = (context) => {
  const { rule } = context;
  const given = withLogs(context);

  rule(
    'G4',
    'line filters find by text and by regular expression, anywhere in the line',
    given('filters', async ({ load, find, stream, selector }) => {
      await load(stream, 'error: refused', 'all is well', 'Error');
      for (const [filter, expected] of [
        ['|= "error"', ['error: refused']],
        ['!= "error"', ['Error', 'all is well']],
        ['|~ "(?i)error"', ['Error', 'error: refused']],
        ['|~ "^all"', ['all is well']],
        ['!~ "e|E"', []],
        ['|= "r" !~ "^E"', ['error: refused']],
      ] as const) {
        expect(linesOf(await find(`${selector} ${filter}`)), filter).toEqual(expected);
      }
    }),
  );

  rule(
    'G5',
    'matchers select streams: equal, not equal, matching and not matching an anchored regular expression',
    given('matchers', async ({ load, find, stream }) => {
      await load({ ...stream, env: 'prod' }, 'prod');
      await load(stream, 'none');
      const found = async (matcher: string) => [...linesOf(await find(`{topic="matchers", ${matcher}}`))].sort();
      expect(await found('env="prod"')).toEqual(['prod']);
      expect(await found('env!="prod"')).toEqual(['none']);
      expect(await found('env=~"pro"')).toEqual([]);
      expect(await found('env=~"pro."')).toEqual(['prod']);
      expect(await found('env!~".+"')).toEqual(['none']);
    }),
  );

  rule(
    'G6',
    'odd characters come back as they are, and can be found, in lines and in label values',
    given('odd', async ({ load, find }) => {
      for (const value of ODD_VALUES) {
        const labels = { app: 'gp_test', topic: 'odd', value };
        const entries = await load(labels, value);
        expect(await find(buildLogql({ matchers: [equal('value', value)], contains: [value] }))).toEqual(entries);
      }
    }),
  );

  rule(
    'G8',
    'what nothing fits is empty, and a text that is no query is refused as bad_query',
    given('errors', async ({ find, selector }) => {
      expect(await find(selector)).toEqual([]);
      await expect(find('{app=')).rejects.toMatchObject({ code: 'bad_query' });
      await expect(find(`${selector} |~ "("`)).rejects.toMatchObject({ code: 'bad_query' });
    }),
  );
};
