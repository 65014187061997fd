import type { Route } from '@glasspane/core/alerting';
import { parseDuration } from '../../collect/config/duration.ts';
import { readBoolean, readInterval, readListOf, readName, readText } from '../../collect/config/readScalars.ts';
import type { YamlReader, YamlValue } from '../../collect/config/YamlValue.ts';
import { readMatchers } from './readMatchers.ts';

/** What a route has that does not say otherwise; its routes inherit it. */
const DEFAULT_ROUTE: Route = {
  receiver: '',
  matchers: [],
  shouldContinue: false,
  groupBy: [],
  groupWaitMs: 30_000,
  groupIntervalMs: 300_000,
  repeatIntervalMs: 4 * 3_600_000,
  routes: [],
};

const FIELDS = [
  'receiver',
  'group_by',
  'continue',
  'matchers',
  'match',
  'match_re',
  'group_wait',
  'group_interval',
  'repeat_interval',
  'routes',
];

/** Makes the route of a server that was told of none. */
export function defaultRoute(receiver: string): Route {
  return { ...DEFAULT_ROUTE, receiver, groupBy: ['alertname'] };
}

/** Makes a reader of the root of the routes. */
export function readRootRoute(receivers: ReadonlySet<string>): YamlReader<Route> {
  return (value) => {
    const route = readRoute(DEFAULT_ROUTE, receivers)(value);
    if (route === undefined) return undefined;
    if (route.receiver === '') value.fail(`${value.path} needs the field receiver`);
    if (route.matchers.length > 0) value.fail(`${value.path} takes every alert and must not have matchers`);
    if (route.shouldContinue) value.fail(`${value.path} has no routes beside it and must not have continue`);
    return route;
  };
}

function readRoute(parent: Route, receivers: ReadonlySet<string>): YamlReader<Route> {
  return (value) => {
    const fields = value.fields(FIELDS);
    if (fields === undefined) return undefined;
    const receiver = fields.optional('receiver', readText, parent.receiver);
    if (receiver !== '' && !receivers.has(receiver)) {
      fields.fail('receiver', `there is no receiver ${JSON.stringify(receiver)}; receivers must define it`);
    }
    const own: Route = {
      receiver,
      matchers: readMatchers(fields, { matchers: 'matchers', equals: 'match', regexes: 'match_re' }),
      shouldContinue: fields.optional('continue', readBoolean, false),
      groupBy: fields.optional<Route['groupBy']>('group_by', readGroupBy, parent.groupBy),
      groupWaitMs: fields.optional('group_wait', readWait, parent.groupWaitMs),
      groupIntervalMs: fields.optional('group_interval', readInterval, parent.groupIntervalMs),
      repeatIntervalMs: fields.optional('repeat_interval', readRepeat, parent.repeatIntervalMs),
      routes: [],
    };
    return { ...own, routes: fields.optional('routes', readListOf(readRoute(own, receivers)), []) };
  };
}

function readGroupBy(value: YamlValue): Route['groupBy'] | undefined {
  const names = readListOf(readName)(value);
  if (names === undefined) return undefined;
  if (names.includes('...')) {
    return names.length === 1 ? 'all' : value.fail(`${value.path}: "..." cannot stand with other labels`);
  }
  const wrong = names.find((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (wrong !== undefined) return value.fail(`${value.path}: ${JSON.stringify(wrong)} is no label name`);
  if (new Set(names).size < names.length) return value.fail(`${value.path} names a label twice`);
  return names;
}

/** Reads a time that may be none. */
function readWait(value: YamlValue): number | undefined {
  return parseDuration(value.source) === 0 ? 0 : readInterval(value);
}

/** Reads a time that nothing waits for with a timer, so that it may be long. */
function readRepeat(value: YamlValue): number | undefined {
  const durationMs = parseDuration(value.source);
  if (durationMs !== undefined && durationMs > 0) return durationMs;
  return value.fail(`${value.path} must be a duration such as 4h, not ${value.description}`);
}
