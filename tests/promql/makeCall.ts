import { atLeast, type Grade, type Make, randomVector, within } from './Place.ts';
import { bareSelector, modifiers, modifiersOffEdges, selector, selectorOf } from './randomSelector.ts';

const of =
  (name: string, grade?: Grade): Make =>
  (place) =>
    `${name}(${randomVector(within(place, grade))})`;

/** Of subnormal numbers, Go's own code for this processor gives wrong logarithms. */
const logarithm =
  (name: string): Make =>
  (place) =>
    `${name}((${randomVector(within(place, 'exact'))}) * 1e20)`;

const clamp: Make = (place) => {
  const inner = randomVector(within(place));
  const [low, high] = [
    place.random.pick(['-100', '0', '-Inf', 'NaN', '7']),
    place.random.pick(['1e6', '100', '-1', 'Inf']),
  ];
  return place.random.pick([
    `clamp(${inner}, ${low}, ${high})`,
    `clamp_min(${inner}, ${low})`,
    `clamp_max(${inner}, ${high})`,
  ]);
};

const round: Make = (place) => {
  const inner = randomVector(atLeast(place, 'exact'));
  return place.random.pick([
    `round(${inner}, ${place.random.pick(['5', '0.1', '0', '-2', '1e300', 'NaN'])})`,
    `round(${inner})`,
  ]);
};

const REPLACEMENTS = [
  ...[
    '"x", "$1-$2", "job", "(.)(.*)"',
    '"x", "$0$$", "instance", ".*:.*"',
    '"job", "", "job", "a.*"',
    '"x", "", "x", ""',
  ],
  ...[
    '"instance", "same", "instance", ".*"',
    `"y", "\${1}x$1x", "job", "(a|b|w)(?P<rest>.*)"`,
    '"y", "$rest", "job", ".(?P<rest>.*)"',
  ],
  ...[
    '"le", "1", "code", "5.."',
    '"x", "$1", "job", "("',
    '"", "a", "job", ".*"',
    '"x", "v", "nobody", "^$"',
    '"x", "$1", "nobody", "(.+)"',
  ],
  ...[
    '"x", "🦊", "job", "(?i:API)"',
    `"kind", "$2", "instance", "([a-z]):(\\\\d)"`,
    `"x", "$10\${0}$", "job", "(?s:.*)"`,
  ],
];
const JOINS = [
  '"x", "/", "job", "instance"',
  '"job", "", "nobody"',
  '"x", "🦊", "code"',
  '"x", ","',
  '"", "-", "job"',
  '"instance", "a", "job", ""',
];

const relabel: Make = (place) => {
  const { random } = place;
  const inner = random.chance(0.6) ? selector(within(place)) : randomVector(within(place));
  return random.chance(0.7)
    ? `label_replace(${inner}, ${random.pick(REPLACEMENTS)})`
    : `label_join(${inner}, ${random.pick(JOINS)})`;
};

/** The name can be read and written as long as nothing has taken it away. */
const rename: Make = (place) => {
  const inner = selector(within(place));
  const change = [
    '"x", "$1", "__name__", "(..).*"',
    '"__name__", "new_$1", "job", "([a-z]+)"',
    '"__name__", "", "job", ".*"',
  ];
  return place.random.chance(0.8)
    ? `label_replace(${inner}, ${place.random.pick(change)})`
    : `label_join(${inner}, "__name__", "_", "job", "__name__")`;
};

const DATES = ['minute', 'hour', 'month', 'year', 'day_of_month', 'day_of_week', 'day_of_year', 'days_in_month'];

const date: Make = (place) => {
  const { random } = place;
  const name = random.pick(DATES);
  const stamp = `timestamp(${bareSelector(place)})`;
  const time = random.pick([
    `${stamp} * ${random.whole(-2, 3)}`,
    stamp,
    `vector(time() * ${random.next().toFixed(3)})`,
    '',
  ]);
  const bounded = `clamp(${randomVector(within(place, 'exact'))}, -1e11, 2e11) == clamp(${selector(place)}, -1e11, 2e11)`;
  return `${name}(${random.chance(0.2) ? bounded : time})`;
};

const scalar: Make = (place) => `scalar(${randomVector(within(place))})`;

const absent: Make = (place) => {
  const { random } = place;
  const name = random.pick(['nobody', 'gauge', 'starts_total']);
  const matchers = random.pick([
    '',
    '{job="x"}',
    '{job="x",job="y",le="1"}',
    '{job=~"x",a="b"}',
    '{a!="b",c="d"}',
    '{job="x",job!="y"}',
  ]);
  return random.chance(0.5)
    ? `absent(${name}${matchers}${modifiers(place)})`
    : `absent_over_time(${name}${matchers}[${random.pick(['1m', '30s', '15s', '3m:1m'])}]${modifiers(place)})`;
};

const LEVELS = ['0.5', '0.9', '0', '1', '-1', '2', 'NaN', '0.999'];

const histogram: Make = (place) => {
  const { random } = place;
  const rate = `${random.pick(['rate', 'increase'])}(latency_bucket[${random.pick(['1m', '5m', '1h'])}]${modifiersOffEdges(place)})`;
  const buckets = random.pick([
    `sum by (job, le) (${rate})`,
    `sum by (le) (latency_bucket)`,
    'latency_bucket',
    selectorOf(place, 'latency_bucket'),
    'weird_bucket',
    `weird_bucket{kind="${random.pick(['shrinking', 'endless', 'twice', 'words', 'negative', 'lonely', 'hexadecimal'])}"}`,
    `weird_bucket${modifiers(place)}`,
    `sum without (job) (latency_bucket) and on (le) weird_bucket`,
  ]);
  return `histogram_quantile(${random.pick(LEVELS)}, ${buckets})`;
};

const TRIGONOMETRY = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'];

/** Functions of instant vectors, by the grade of what they give. */
export const calls: Readonly<Record<Grade, readonly Make[]>> = {
  grid: [
    ...['abs', 'sort', 'sort_desc'].map((name) => of(name)),
    ...['ceil', 'floor'].map((name) => of(name, 'grid')),
    of('sgn', 'exact'),
    of('absent', 'close'),
    clamp,
    relabel,
    relabel,
    rename,
    absent,
    date,
    (place) => `vector(${scalar(place)})`,
    (place) => `round(${randomVector(within(place, 'grid'))}, ${place.random.pick(['1', '0.5', '4'])})`,
  ],
  exact: [
    ...['abs', 'sort', 'sqrt', 'deg', 'rad'].map((name) => of(name)),
    ...['ceil', 'floor'].map((name) => of(name, 'exact')),
    round,
    relabel,
    (place) => `timestamp(${bareSelector(place)}${place.random.pick(['', '', ' offset 1m', ' offset -15s'])})`,
    (place) => `vector(${place.random.pick(['time()', 'pi()', '1', '-Inf', 'NaN', scalar(place)])})`,
  ],
  close: [
    ...['abs', 'sqrt', 'sort', 'deg'].map((name) => of(name)),
    ...['exp', 'log2'].map((name) => of(name, 'exact')),
    ...['ln', 'log10'].map(logarithm),
    ...TRIGONOMETRY.map((name) => of(name, 'exact')),
    clamp,
    histogram,
    histogram,
    histogram,
    relabel,
  ],
};
