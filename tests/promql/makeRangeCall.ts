import { atLeast, type Grade, type Make, type Place, randomVector, within } from './Place.ts';
import { modifiersOffEdges, rangeSelector, selectorOf } from './randomSelector.ts';

const SUBRANGES = ['2m', '5m', '10m', '20m', '150s'];
const SUBSTEPS = ['10s', '30s', '1m', '', '7s', '500ms'];

/** Makes `expr[5m:30s]`, without modifiers. Its inside is evaluated at full seconds and half ones. */
function bareSubquery(place: Place): string {
  const { random } = place;
  const step = random.pick(SUBSTEPS);
  const range = step === '500ms' ? '15s' : random.pick(SUBRANGES);
  return `(${randomVector({ ...place, phaseMs: 0 })})[${range}:${step}]`;
}

const SUB_MODIFIERS = [
  '',
  '',
  '',
  ' offset 1m',
  ' offset -1m30s',
  ' @ end()',
  ' @ start() offset 1500ms',
  ' offset 1ms',
];

/** Makes a range vector. */
export const rangeVector: Make = (place) =>
  place.depth > 0 && place.random.chance(0.35)
    ? bareSubquery(place) + place.random.pick(SUB_MODIFIERS)
    : rangeSelector(place);

const call =
  (name: string): Make =>
  (place) =>
    `${name}(${rangeVector(within(place))})`;

/** A function whose own result is as good as its operand's, but which must see the very bits. */
const jumping =
  (name: string): Make =>
  (place) =>
    `${name}(${rangeVector(atLeast(place, 'exact'))})`;

/** A function that adds up. */
const summing =
  (name: string): Make =>
  (place) =>
    `${name}(${rangeVector(within(place, 'grid'))})`;

/** Of values that are all positive sums and means lose nothing, whatever their bits. */
const ofPositive =
  (name: string): Make =>
  (place) => {
    const { random } = place;
    const range = `[${random.pick(['1m', '5m', '10m', '1h'])}]`;
    return `${name}(${selectorOf(place, 'noise')}${range})`;
  };

const RATE_RANGES = ['1m', '2m', '5m', '10m', '45s', '1h'];

const ofCounter =
  (name: string): Make =>
  (place) => {
    const range = `[${place.random.pick(RATE_RANGES)}]`;
    const metric = place.random.chance(0.85) ? 'requests_total' : 'latency_bucket';
    const counter = selectorOf(place, metric) + range;
    const isSubquery = place.depth > 1 && place.random.chance(0.25);
    if (!isSubquery) return `${name}(${counter}${modifiersOffEdges(place)})`;
    const steps = `[${place.random.pick(['3m', '5m', '20m'])}:${place.random.pick(['15s', '1m'])}]`;
    const inside = selectorOf(place, 'requests_total') + place.random.pick(['', ' offset 1m', '[3m]']);
    const samples = inside.endsWith(']') ? `max_over_time(${inside})` : inside;
    return `${name}((${samples})${steps}${modifiersOffEdges(place)})`;
  };

const delta: Make = (place) => {
  const metric = place.random.pick(['gauge', 'gauge', 'starts_total', 'target_size', 'odd', 'steady']);
  const samples = `${selectorOf(place, metric)}[${place.random.pick(RATE_RANGES)}]`;
  return `delta(${samples}${modifiersOffEdges(place)})`;
};

const LEVELS = ['0', '0.25', '0.9', '1', '-1', '2', 'NaN', '0.5'];

const quantile: Make = (place) =>
  `quantile_over_time(${place.random.pick(LEVELS)}, ${rangeVector(within(place, 'grid'))})`;

const prediction: Make = (place) => {
  const metric = place.random.pick(['gauge', 'requests_total', 'target_size']);
  const range = `[${place.random.pick(['2m', '10m', '1h'])}]`;
  const moved = place.random.chance(0.2) ? ` offset ${place.random.pick(['1m', '-45s'])}` : '';
  return `predict_linear(${selectorOf(place, metric)}${range}${moved}, ${place.random.pick(['60', '-600', '3600', '0'])})`;
};

const FACTORS = ['0.1', '0.5', '0.99', '0.3'];

/** One in ten fails. */
const smoothing: Make = (place) => {
  const { random } = place;
  const factor = (): string => (random.chance(0.05) ? random.pick(['0', '1', '-0.5', 'NaN']) : random.pick(FACTORS));
  return `double_exponential_smoothing(${rangeVector(within(place, 'exact'))}, ${factor()}, ${factor()})`;
};

const derivative: Make = (place) => {
  const metric = place.random.pick(['gauge', 'requests_total', 'target_size', 'odd', 'steady']);
  return `deriv(${selectorOf(place, metric)}[${place.random.pick(['2m', '10m', '1h', '45s'])}])`;
};

const names = (...list: readonly string[]): readonly string[] => list.map((name) => `${name}_over_time`);

/** Functions of range vectors, by the grade of what they give. */
export const rangeCalls: Readonly<Record<Grade, readonly Make[]>> = {
  grid: [
    ...names('min', 'max', 'last').map(call),
    ...names('count', 'present', 'absent').map(
      (name): Make =>
        (place) =>
          `${name}(${rangeVector(within(place, 'close'))})`,
    ),
    ...['changes', 'resets'].map(
      (name): Make =>
        (place) =>
          `${name}(${rangeVector(within(place, 'exact'))})`,
    ),
    summing('idelta'),
    summing('sum_over_time'),
  ],
  exact: [...names('min', 'max', 'last').map(call), jumping('idelta')],
  close: [
    ...['rate', 'rate', 'rate', 'increase', 'irate'].map(ofCounter),
    ...names('avg', 'stddev', 'stdvar').map(summing),
    ...names('sum', 'avg', 'stddev').map(ofPositive),
    delta,
    quantile,
    prediction,
    derivative,
    smoothing,
    summing('irate'),
  ],
};
