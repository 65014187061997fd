import type { Matcher } from '@glasspane/promql/syntax';
import { describe, expect, it } from 'vitest';
import { ROUTE } from '../testing/AlertingWorld.ts';
import { compileMatchers } from '../testing/compileMatchers.ts';
import type { Route } from './Route.ts';
import { groupIdOf, groupLabelsOf, RouteTree } from './RouteTree.ts';

const team = (value: string): Matcher => ({ name: 'team', operator: '=', value });
const route = (receiver: string, more: Partial<Route> = {}): Route => ({ ...ROUTE, receiver, ...more });

const tree = new RouteTree(
  route('root', {
    routes: [
      route('a', {
        matchers: [team('a')],
        routes: [route('a-db', { matchers: [{ name: 'job', operator: '=~', value: 'db.*' }] })],
      }),
      route('b1', { matchers: [team('b')], shouldContinue: true }),
      route('b2', { matchers: [team('b')] }),
      route('b3', { matchers: [team('b')] }),
    ],
  }),
  compileMatchers,
);

const receiversOf = (labels: Readonly<Record<string, string>>) =>
  tree.match(labels).map((match) => match.route.receiver);

describe('RouteTree', () => {
  it.each([
    [{}, ['root']],
    [{ team: 'a' }, ['a']],
    [{ team: 'a', job: 'db1' }, ['a-db']],
    [{ team: 'b' }, ['b1', 'b2']],
  ])('leads %j to %j', (labels, receivers) => {
    expect(receiversOf(labels)).toEqual(receivers);
  });

  it('tells routes with the same matchers apart by their keys', () => {
    const keys = tree.match({ team: 'b' }).map(({ key }) => key);
    expect(keys).toEqual(['{}/{team="b"}', '{}/{team="b"}#2']);
    expect(keys.map((key) => tree.byKey(key)?.receiver)).toEqual(['b1', 'b2']);
  });
});

describe('groupLabelsOf', () => {
  it('takes the labels that are there, or all', () => {
    expect(groupLabelsOf({ a: '1', b: '2' }, ['b', 'c'])).toEqual({ b: '2' });
    expect(groupLabelsOf({ a: '1', b: '2' }, 'all')).toEqual({ a: '1', b: '2' });
  });
});

describe('groupIdOf', () => {
  it('writes the group as Alertmanager does, and sets apart what alerts name themselves', () => {
    expect(groupIdOf('{}', { b: '"', a: '1' }, undefined)).toBe('{}:{a="1", b="\\""}');
    expect(groupIdOf('{}', {}, ['y', 'x'])).toBe(groupIdOf('{}', {}, ['x', 'y']));
    expect(groupIdOf('{}', {}, ['x'])).not.toBe(groupIdOf('{}', {}, undefined));
  });
});
