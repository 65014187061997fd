import { describe, expect, it } from 'vitest';
import { buildLogql, narrowLogql } from './buildLogql.ts';
import { LogqlSyntaxError } from './LogqlSyntaxError.ts';
import { parseLogql, parseStreamSelector } from './parseLogql.ts';
import { printLogql } from './printLogql.ts';

const app = { name: 'app', operator: '=', value: 'api' } as const;

describe('parseLogql', () => {
  it('reads matchers of all kinds and filters of all kinds, quoted and backquoted', () => {
    const text = '{app="x", env=~"a|b",zone!="",host!~`\\d+`,} |= "one" != `t"wo` |~ "th(r|s)ee" !~ `fo\\wur`';
    expect(parseLogql(text)).toEqual({
      matchers: [
        { name: 'app', operator: '=', value: 'x' },
        { name: 'env', operator: '=~', value: 'a|b' },
        { name: 'zone', operator: '!=', value: '' },
        { name: 'host', operator: '!~', value: '\\d+' },
      ],
      filters: [
        { operator: '|=', value: 'one' },
        { operator: '!=', value: 't"wo' },
        { operator: '|~', value: 'th(r|s)ee' },
        { operator: '!~', value: 'fo\\wur' },
      ],
      labelFilters: [],
    });
  });

  it('reads label filters among line filters', () => {
    expect(parseLogql('{app="x"} | level="error" |= "a" | trace_id!~`0+`')).toEqual({
      matchers: [{ name: 'app', operator: '=', value: 'x' }],
      filters: [{ operator: '|=', value: 'a' }],
      labelFilters: [
        { name: 'level', operator: '=', value: 'error' },
        { name: 'trace_id', operator: '!~', value: '0+' },
      ],
    });
  });

  it('needs no space, and takes line breaks and comments', () => {
    expect(parseLogql('{app="api"}|="a"|="b"').filters).toHaveLength(2);
    expect(parseLogql('  {app="api"} # all of it\n  |= "#a"\n').filters).toEqual([{ operator: '|=', value: '#a' }]);
  });

  it.each([
    ['', 1, 1, '"{"'],
    ['up', 1, 1, 'unexpected "up"'],
    ['{}', 1, 1, 'at least one regexp or equality matcher'],
    ['{app=~".*"}', 1, 1, 'at least one regexp or equality matcher'],
    ['{app!="x"}', 1, 1, 'at least one regexp or equality matcher'],
    ['{app}', 1, 5, 'one of = != =~ !~'],
    ['{app=api}', 1, 6, 'unexpected "api", expecting STRING'],
    ['{app="api"', 1, 11, 'end of the query'],
    ['{app="api"} |= error', 1, 16, 'unexpected "error"'],
    ['{app="api"} |= "error', 1, 16, 'not ended'],
    ['{app="api"}\n |~ "a("', 2, 5, 'missing closing )'],
    ['{app=~"*"}', 1, 7, 'missing argument to repetition operator'],
    ['{app="api"} | json', 1, 19, 'other stages are not supported'],
    ['{app="api"} | size > 5', 1, 20, 'other stages are not supported'],
    ['{app="api"} or x', 1, 13, 'other stages are not supported'],
    ['{app="\\q"}', 1, 6, 'unknown escape sequence'],
    ['{"app"="x"}', 1, 2, 'expecting a label name'],
    ['{app="x" env="y"}', 1, 10, '"," or "}"'],
    ['rate({app="x"}[5m])', 1, 1, 'begins with a stream selector'],
  ])('refuses %s and says where', (text, line, column, words) => {
    let error: unknown;
    try {
      parseLogql(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LogqlSyntaxError);
    expect(error).toMatchObject({ code: 'bad_query' });
    expect(String(error)).toContain(`parse error at line ${line}, col ${column}: `);
    expect(String(error)).toContain(words);
  });

  it('takes a selector alone where only one belongs', () => {
    expect(parseStreamSelector('{app="api"}')).toEqual([app]);
    expect(() => parseStreamSelector('{app="api"} |= "x"')).toThrow('expecting the end of the selector');
  });
});

describe('buildLogql', () => {
  const odd = ['"', '`', '\\', '\n', '\t', '\0', '}', '|= "x"', '{{a}}', '$name', '#', 'ü 🙂 \u2028', "'", '\u007f'];

  it.each(odd)('keeps %j a text, in matchers and in filters', (value) => {
    const text = buildLogql({
      matchers: [app, { name: 'odd', operator: '=', value }],
      contains: [value],
      excludes: [value],
      labelFilters: [{ name: 'odd', operator: '!=', value }],
    });
    expect(parseLogql(text)).toEqual({
      matchers: [app, { name: 'odd', operator: '=', value }],
      filters: [
        { operator: '|=', value },
        { operator: '!=', value },
      ],
      labelFilters: [{ name: 'odd', operator: '!=', value }],
    });
  });

  it('leaves out empty texts, and prints what it parsed', () => {
    const text = buildLogql({ matchers: [app], contains: ['', 'a'], matches: ['^b', ''], mismatches: ['c$'] });
    expect(text).toBe('{app="api"} |= "a" |~ "^b" !~ "c$"');
    expect(printLogql(parseLogql(text))).toBe(text);
  });

  it('narrows a query down without changing it', () => {
    const query = parseLogql('{app="api"} |= "a"');
    const narrowed = narrowLogql(query, { matchers: [{ name: 'env', operator: '=', value: 'p' }], contains: ['b'] });
    expect(printLogql(narrowed)).toBe('{app="api", env="p"} |= "a" |= "b"');
    expect(printLogql(query)).toBe('{app="api"} |= "a"');
  });
});
