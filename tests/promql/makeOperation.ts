import { atLeast, type Grade, type Make, type Place, randomVector, within } from './Place.ts';
import { selectorOf } from './randomSelector.ts';

const COMPARISONS = ['>', '<', '>=', '<=', '==', '!='];
const NUMBERS = ['0', '1', '2.5', '-3', '1e3', '-0.25', 'scalar(sum(gauge))', 'scalar(gauge{job="api"})', 'Inf', 'NaN'];
const MORE_NUMBERS = [
  ...NUMBERS,
  'time()',
  '1e-3',
  '0x1F',
  '1e308',
  'pi()',
  '.1',
  '-Inf',
  '(1 + 2 * 3 ^ 2 % 5)',
  '1 == bool 2',
];

/** How the vectors are matched, and what makes the left and the right side fit. Some do not, and fail. */
const MATCHINGS: readonly (readonly [matching: string, left: string, right: string])[] = [
  ['', '', ''],
  ['', 'max by (job)', 'max by (job)'],
  ['', 'max by (job, instance)', 'min by (job, instance)'],
  ['ignoring (code)', 'max without (code)', ''],
  ['on (job)', 'max by (job)', 'min by (job)'],
  ['on (job)', '', ''],
  ['on (job, instance)', '', ''],
  ['on ()', 'max', 'min'],
  ['ignoring (instance, code)', 'min by (job)', 'max by (job, instance)'],
  ['on (job) group_left ()', '', 'max by (job)'],
  ['on (job) group_left (code)', '', 'max by (job)'],
  ['on (job) group_left (kind)', '', 'max by (job, kind)'],
  ['on (job) group_right ()', 'min by (job)', ''],
  ['on (job) group_right (instance, nobody)', 'max by (job)', ''],
  ['ignoring (instance) group_left ()', '', 'max by (job)'],
  ['ignoring (instance, code) group_right (kind)', 'max without (instance, code)', ''],
  ['on () group_left (job)', '', 'max'],
  ['on (instance, job) group_left (code)', '', ''],
];

function sides(place: Place, operator: string): string {
  const [matching, left, right] = place.random.pick(MATCHINGS);
  const [a, b] = [randomVector(within(place)), randomVector(within(place))];
  return `(${left} (${a}) ${operator} ${matching} ${right} (${b}))`;
}

const vectors =
  (...operators: readonly string[]): Make =>
  (place) =>
    sides(place, place.random.pick(operators));

/** Operators that cancel or jump. */
const precise =
  (...operators: readonly string[]): Make =>
  (place) =>
    sides({ ...place, grade: atLeast(place, 'exact').grade }, place.random.pick(operators));

const filter: Make = precise(...COMPARISONS);

const decision: Make = (place) => sides({ ...place, grade: 'exact' }, `${place.random.pick(COMPARISONS)} bool`);

const withNumber =
  (operators: readonly string[], numbers: readonly string[], grade?: Grade): Make =>
  (place) => {
    const { random } = place;
    const inner = randomVector(grade === undefined ? within(place) : atLeast(place, grade));
    const [operator, number] = [random.pick(operators), random.pick(numbers)];
    return random.chance(0.6) ? `(${inner}) ${operator} ${number}` : `${number} ${operator} (${inner})`;
  };

const boolWithNumber: Make = (place) =>
  withNumber(
    COMPARISONS.map((operator) => `${operator} bool`),
    MORE_NUMBERS,
  )(within(place, 'exact'));

const set: Make = (place) => {
  const { random } = place;
  const on = random.pick([
    '',
    '',
    ' on (job)',
    ' ignoring (code)',
    ' on (job, instance)',
    ' on ()',
    ' ignoring (le, job)',
  ]);
  const operator = random.pick(['and', 'or', 'unless', 'or']);
  const right = within(place, operator === 'or' ? place.grade : 'close');
  return `((${randomVector(within(place))}) ${operator}${on} (${randomVector(right)}))`;
};

/** Operators without parentheses, so that precedence decides. */
const chain: Make = (place) => {
  const { random } = place;
  const operand = (): string =>
    random.chance(0.5)
      ? random.pick(['2', '3', '-1', '0.5', '1'])
      : `max(${selectorOf(place, random.pick(['gauge', 'odd', 'steady']))})`;
  const operators = ['+', '-', '*', '/', '%', '== bool', '> bool', '!= bool', '<= bool'];
  const chained = Array.from(
    { length: random.whole(2, 5) },
    () => `${random.pick(operators)} ${random.pick(['', '', '-'])}${operand()}`,
  );
  return `(${selectorOf(place, 'gauge')} ${chained.join(' ')})`;
};

/** Powers of small whole numbers, in a row, with signs before them. */
const powers: Make = (place) => {
  const { random } = place;
  const number = (): string => random.pick(['2', '3', '-2', '0', '1', '0.5', 'NaN', 'Inf']);
  return `-${selectorOf(place, random.pick(['odd', 'steady', 'noise']))} ^ ${number()} ^ ${number()}`;
};

const sign: Make = (place) => `${place.random.pick(['-', '-', '+', '--'])}(${randomVector(within(place))})`;

/** Operations, by the grade of what they give. */
export const operations: Readonly<Record<Grade, readonly Make[]>> = {
  grid: [
    precise('+', '-'),
    filter,
    filter,
    decision,
    boolWithNumber,
    withNumber(COMPARISONS, NUMBERS, 'exact'),
    withNumber(['+', '-'], ['0', '1', '2.5', '-3', '1e3', '-0.25', 'Inf', 'NaN'], 'exact'),
    withNumber(['*'], ['2', '-1', '0', '0.5']),
    set,
    set,
    sign,
  ],
  exact: [
    precise('+', '-', '*', '/', '%'),
    withNumber(['+', '-', '*', '/', '%'], MORE_NUMBERS, 'exact'),
    withNumber(COMPARISONS, MORE_NUMBERS, 'exact'),
    filter,
    set,
    chain,
    sign,
  ],
  close: [
    vectors('*', '/'),
    (place) => vectors('^', 'atan2')(within(place, 'exact')),
    withNumber(['*', '/'], MORE_NUMBERS),
    (place) => withNumber(['^', 'atan2'], MORE_NUMBERS)(within(place, 'exact')),
    powers,
    set,
    sign,
  ],
};
