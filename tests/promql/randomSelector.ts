import type { Grade, Make, Place } from './Place.ts';
import { JOBS } from './randomData.ts';

const quoted = JSON.stringify;

const MATCHERS = [
  ...['job="api"', 'job!="api"', 'job=~"api|web"', 'instance=~"[ab].*"', 'code="500"', 'job=""', 'job=~"a.+"'],
  ...['job!~".*b",instance!=""', 'instance=~".*:1"', 'job=~"(?i)API|WEB"', 'instance=~"[^a-b]:[0-9]"', 'job!~""'],
  ...['instance=~"a:1|"', 'job=~"..b?"', 'job=~"\\\\p{L}+"', 'job=~".*[[:^ascii:]].*"', 'job=~"^api$"', 'job=~".*"'],
  ...[
    'job=~"(a|w)(p|e)(i|b)"',
    'job=~"a.*b"',
    'job=~"a[\\\\s\\\\S]+b"',
    "instance=~'\\\\w:\\\\d'",
    'job=~`[^\\x00-\\x7f]`',
  ],
  ...['nobody=""', 'nobody!~".+"', 'instance!~"(?:b|C):[23]"', 'job=~"🦊|ö.*"', 'job=~".*(?-s:.)b"', 'job=~"(?m)a$.*"'],
  ...[
    'job=~"[a-z]{3}"',
    'job=~"\\\\Qap\\\\Ei"',
    'job!="nobody",code!~"5.."',
    'job=~"a|b|w.{0,2}"',
    'instance=~"[A-C]:.?"',
  ],
  ...JOBS.map((job) => `job=${quoted(job)}`),
];

const METRICS: Readonly<Record<Grade, readonly string[]>> = {
  grid: ['gauge', 'gauge', 'gauge', 'requests_total', 'requests_total', 'starts_total', 'target_size', 'odd', 'steady'],
  exact: ['gauge', 'requests_total', 'starts_total', 'noise', 'noise', 'wild', 'weird_bucket', 'target_size', 'odd'],
  close: ['gauge', 'requests_total', 'noise', 'noise', 'wild', 'latency_bucket', 'steady', 'odd'],
};

const NAMELESS: Readonly<Record<Grade, readonly string[]>> = {
  grid: [
    '{__name__=~"gauge|steady"}',
    '{__name__=~"(?:ga|requ).*",job!=""}',
    '{__name__="colon:name:sum"}',
    '{_x9=~".+"}',
  ],
  exact: [
    '{job=~".+"}',
    '{job="api"}',
    '{__name__!~"latency.*|noise",instance="a:1"}',
    '{__name__=~".*e.*",job="web"}',
  ],
  close: ['{job="api",le=""}', '{__name__=~"n.+"}', '{__name__!="",job=~"a.*"}'],
};

function randomMatchers({ random }: Place): string {
  const [first, second] = [random.pick(MATCHERS), random.pick(MATCHERS)];
  if (random.chance(0.35)) return '';
  return random.chance(0.8) ? `{${first}}` : `{${first},${second}}`;
}

/** Makes a selector without modifiers. */
export const bareSelector: Make = (place) => {
  const { random, grade } = place;
  if (random.chance(0.08)) return random.pick(NAMELESS[grade]);
  if (random.chance(0.02)) return `nobody${randomMatchers(place)}`;
  return random.pick(METRICS[grade]) + randomMatchers(place);
};

/** Makes a selector of the one metric, without modifiers. */
export const selectorOf = (place: Place, metric: string): string => metric + randomMatchers(place);

const OFFSETS = ['1m', '10m', '-2m', '90s', '1001ms', '-15s', '1m15s', '2h', '0s'];

/** Makes `offset …` and `@ …`, or mostly nothing. */
export const modifiers: Make = ({ random, startMs }) => {
  const offset = random.chance(0.15) ? ` offset ${random.pick(OFFSETS)}` : '';
  if (!random.chance(0.1)) return offset;
  const timeMs = startMs + random.whole(-60, 4000) * 1000 + random.pick([0, 0, 7, 500]);
  const at = ` @ ${random.pick(['start()', 'end()', (timeMs / 1000).toFixed(3)])}`;
  return random.chance(0.5) ? at + offset : offset + at;
};

/** Makes a selector of an instant vector. */
export const selector: Make = (place) => bareSelector(place) + modifiers(place);

const RANGES = ['30s', '1m', '2m', '5m', '10m', '1h', '15s', '45s', '61s', '90500ms', '2m1ms'];

/** Makes a selector of a range vector. */
export const rangeSelector: Make = (place) => {
  const range = `[${place.random.pick(RANGES)}]`;
  return bareSelector(place) + range + modifiers(place);
};

/**
 * Makes modifiers that move a window so that no sample, and no step of a subquery, lies on its left edge: those of
 * `rate`, `increase` and `delta`, whose results depend on the length of the window as well.
 */
export const modifiersOffEdges: Make = ({ random, startMs, phaseMs, queryPhaseMs }) => {
  const isFixed = random.chance(0.1);
  const at = random.pick(['start()', 'end()', ((startMs + random.whole(0, 3600) * 1000 + 7) / 1000).toFixed(3)]);
  const isSevenPast = (isFixed && at.endsWith(')') ? queryPhaseMs : isFixed ? 7 : phaseMs) === 7;
  const seconds = random.pick([0, 0, 0, 15, 60, 90]);
  const offsets = isSevenPast ? [`${seconds}s`] : [`${seconds}s7ms`, `-${seconds * 1000 + 993}ms`];
  const offset = isSevenPast && seconds === 0 ? '' : ` offset ${random.pick(offsets)}`;
  return isFixed ? ` @ ${at}${offset}` : offset;
};
