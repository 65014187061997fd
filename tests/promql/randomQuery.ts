import type { Random } from './Random.ts';

/** Makes an expression that gives a vector, nested at most so deep. */
type Make = (random: Random, depth: number) => string;

const ODD_JOB = JSON.stringify('ö"\\');

const MATCHERS = [
  ...['', '', '', '', '{job="api"}', '{job!="api"}', '{job=~"api|web"}', '{instance=~"[ab].*"}', '{code="500"}'],
  ...['{job!~".*b",instance!=""}', `{job=${ODD_JOB}}`, '{job=""}', '{job=~"a.+"}', '{instance=~".*:1"}'],
];
const GROUPINGS = ['', '', ' by (job)', ' by (job, instance)', ' without (instance)', ' by (code)', ' by (nothing)'];
const MOVED = [' offset 1m', ' offset 10m', ' offset -2m', ' offset 90s'];
const FIXED = [' @ start()', ' @ end()', ' @ end() offset 5m'];
const METRICS = ['gauge', 'gauge', 'requests_total', 'requests_total', 'target_size', 'odd'];
const OPERATORS = ['+', '-', '*', '/', '>', '<', '>=', '==', '!=', '> bool', '<= bool'];
const OVER_TIME = [
  ...['avg', 'min', 'max', 'sum', 'count', 'stddev', 'stdvar', 'last', 'present', 'absent'].map(
    (name) => `${name}_over_time`,
  ),
  ...['changes', 'resets', 'delta', 'idelta', 'deriv'],
];

const metric: Make = (random) => random.pick(METRICS) + random.pick(MATCHERS);
const range: Make = (random) => `[${random.pick(['30s', '1m', '2m', '5m', '10m', '1h'])}]`;
const moved: Make = (random) => (random.chance(0.2) ? random.pick(MOVED) : '');
const shifted: Make = (random) => (random.chance(0.1) ? random.pick(FIXED) : moved(random, 0));
const selector: Make = (random) => metric(random, 0) + shifted(random, 0);

/** A range of what is computed. It holds no other one: their steps would lie on its edges. */
const subquery: Make = (random) => {
  const range = `${random.pick(['2m', '5m', '10m', '20m'])}:${random.pick(['10s', '30s', '1m'])}`;
  return `(${randomVector(random, 1)})[${range}]${random.chance(0.2) ? ' offset 1m' : ''}`;
};

const rangeCall: Make = (random, depth) => {
  const ofSubquery = depth > 1 && random.chance(0.4);
  if (!ofSubquery && random.chance(0.1)) {
    return `predict_linear(${metric(random, 0)}${range(random, 0)}${moved(random, 0)}, ${random.pick(['60', '-600', '3600'])})`;
  }
  const samples = ofSubquery ? subquery(random, 0) : metric(random, 0) + range(random, 0) + shifted(random, 0);
  if (random.chance(0.1)) return `quantile_over_time(${random.pick(['0', '0.25', '0.9', '1', '-1', '2'])}, ${samples})`;
  return `${random.pick(OVER_TIME)}(${samples})`;
};

const rate: Make = (random) => {
  const samples = `requests_total${random.pick(MATCHERS)}${range(random, 0)}${shifted(random, 0)}`;
  return `${random.pick(['rate', 'rate', 'increase', 'irate'])}(${samples})`;
};

const aggregation: Make = (random, depth) => {
  const by = random.pick(GROUPINGS);
  const inner = randomVector(random, depth - 1);
  return random.pick([
    ...['sum', 'avg', 'min', 'max', 'count', 'group'].map((name) => `${name}${by} (${inner})`),
    `${random.pick(['stddev', 'stdvar'])}${by} (${rate(random, 0)})`,
    `quantile${by} (${random.pick(['0.5', '0', '0.95', '1.5', '-1'])}, ${inner})`,
    `count_values${by} ("value", ${random.pick(['round', 'ceil', 'sgn'])}(${selector(random, 0)}))`,
    // Of equal values any may be chosen, so these choose among values that differ.
    `${random.pick(['topk', 'bottomk'])}${by} (${random.whole(0, 3)}, gauge${random.pick(MATCHERS)})`,
  ]);
};

const withNumber: Make = (random, depth) => {
  const inner = randomVector(random, depth - 1);
  const number = random.pick(['0', '1', '2.5', '-3', '1e3', 'Inf', 'NaN', 'time()', 'scalar(sum(gauge))']);
  const operator = random.pick(OPERATORS);
  return random.chance(0.5) ? `(${inner}) ${operator} ${number}` : `${number} ${operator} (${inner})`;
};

const set: Make = (random, depth) => {
  const on = random.pick(['', ' on (job)', ' ignoring (code)', ' on (job, instance)', ' on ()']);
  const [left, right] = [randomVector(random, depth - 1), randomVector(random, depth - 1)];
  return `(${left}) ${random.pick(['and', 'or', 'unless'])}${on} (${right})`;
};

const matching: Make = (random, depth) => {
  const operator = random.pick(OPERATORS);
  const [left, right] = [randomVector(random, depth - 1), randomVector(random, depth - 1)];
  return random.pick([
    `(${left}) ${operator} on (job) group_left () max by (job) (${right})`,
    `max by (job) (${left}) ${operator} on (job) group_right () (${right})`,
    `max by (job, instance) (${left}) ${operator} max by (job, instance) (${right})`,
    `(${left}) ${operator} ignoring (instance) group_left () max by (job) (${right})`,
    `(${left}) ${operator} (${right})`,
    `(${left}) ${operator} on (job) (${right})`,
  ]);
};

const call: Make = (random, depth) => {
  const inner = randomVector(random, depth - 1);
  return random.pick([
    ...['abs', 'sort', 'absent', 'cos', '-'].map((name) => `${name}(${inner})`),
    ...[`sqrt(abs(${inner}))`, `ln(abs(${inner}) + 1)`, `exp((${inner}) / 1e6)`],
    ...[`clamp(${inner}, -100, 1e6)`, `clamp_min(${inner}, 10)`, `clamp_max(${inner}, 10)`, `vector(scalar(${inner}))`],
    ...[`absent(${selector(random, 0)})`, `timestamp(${metric(random, 0)}${moved(random, 0)})`],
    ...['hour', 'day_of_week', 'days_in_month'].map(
      (name) => `${name}(timestamp(${metric(random, 0)}) * ${random.whole(1, 3)})`,
    ),
    // These jump: of what is computed, the last bit would decide.
    ...['ceil', 'floor', 'sgn'].map((name) => `${name}(${selector(random, 0)})`),
    ...[`round(${selector(random, 0)}, 5)`, `${selector(random, 0)} % 2.5`],
    `label_replace(${selector(random, 0)}, "x", "$1-$2", "job", "(.)(.*)")`,
    `label_join(${selector(random, 0)}, "x", "/", "job", "instance")`,
    `histogram_quantile(${random.pick(['0.5', '0.9', '0', '1', '-1', '2'])}, sum by (job, le) (rate(latency_bucket${range(random, 0)})))`,
    'histogram_quantile(0.9, latency_bucket)',
  ]);
};

/** Returns a random expression that gives a vector. */
export function randomVector(random: Random, depth: number): string {
  if (depth <= 0) return selector(random, 0);
  const make = random.pick([
    selector,
    rangeCall,
    rangeCall,
    rate,
    rate,
    aggregation,
    aggregation,
    withNumber,
    set,
    matching,
    call,
  ]);
  return make(random, depth);
}
