import { atLeast, type Grade, type Make, type Place, randomVector, within } from './Place.ts';
import { selector, selectorOf } from './randomSelector.ts';

const GROUPINGS = [
  ...['', '', ' by (job)', ' by (job, instance)', ' without (instance)', ' by (code)', ' by (nobody)', ' by ()'],
  ...[' without ()', ' without (job, code)', ' by (le, kind, job)', ' by (_x9)', ' without (nobody)'],
];

function aggregated(place: Place, name: string, inner: string): string {
  const grouping = place.random.pick(GROUPINGS);
  return place.random.chance(0.8) ? `${name}${grouping} (${inner})` : `${name}(${inner})${grouping}`;
}

const over =
  (name: string, grade?: Grade): Make =>
  (place) =>
    aggregated(place, name, randomVector(within(place, grade)));

const ofPositive =
  (name: string): Make =>
  (place) =>
    aggregated(
      place,
      name,
      `abs(${selectorOf(place, place.random.pick(['noise', 'requests_total', 'latency_bucket']))})`,
    );

const byName: Make = (place) => {
  const grouping = place.random.pick(['by (__name__)', 'by (__name__, job)', 'by (instance, __name__)']);
  return `${place.random.pick(['max', 'count', 'min', 'group'])} ${grouping} (${selector(within(place))})`;
};

/** Of equal values any may be chosen, so these choose among values that differ. */
const choice: Make = (place) => {
  const { random } = place;
  const vector = `${selectorOf(place, 'gauge')}${random.pick(['', '', ' offset 1m', ' * 2', ' @ end()'])}`;
  const count = random.pick(['0', '1', '1', '2', '3', '1.9', '-1', '1e9', 'scalar(count(gauge)) / 8', 'NaN', '1e30']);
  return aggregated(place, random.pick(['topk', 'bottomk']), `${count}, ${vector}`);
};

const quantile: Make = (place) => {
  const level = place.random.pick(['0.5', '0', '0.95', '1', '1.5', '-1', 'NaN', 'scalar(gauge{job="api"}) * 0 + 0.3']);
  return aggregated(place, 'quantile', `${level}, ${randomVector(within(place, 'grid'))}`);
};

const countValues: Make = (place) => {
  const label = place.random.pick(['value', 'value', 'job', 'x_1', 'le', '']);
  return aggregated(place, 'count_values', `"${label}", ${randomVector(atLeast(place, 'exact'))}`);
};

/** Aggregations, by the grade of what they give. */
export const aggregations: Readonly<Record<Grade, readonly Make[]>> = {
  grid: [
    ...['min', 'max'].map((name) => over(name)),
    ...['sum', 'sum'].map((name) => over(name, 'grid')),
    ...['count', 'group'].map((name) => over(name, 'close')),
    countValues,
    choice,
  ],
  exact: [...['min', 'max'].map((name) => over(name)), byName],
  close: [
    ...['min', 'max'].map((name) => over(name)),
    ...['sum', 'avg', 'avg', 'stddev', 'stdvar'].map((name) => over(name, 'grid')),
    ...['sum', 'avg', 'stddev'].map(ofPositive),
    quantile,
  ],
};
