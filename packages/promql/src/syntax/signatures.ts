/**
 * The type of an expression's value.
 *
 * @public
 */
export type ValueType = 'scalar' | 'string' | 'vector' | 'matrix';

/**
 * What a function takes and gives.
 *
 * @public
 */
export interface FunctionSignature {
  readonly name: string;
  /** The types of all arguments; the last one may repeat or be absent, see below. */
  readonly argumentTypes: readonly ValueType[];
  readonly minArguments: number;
  /** `Infinity` where the last argument may repeat without end. */
  readonly maxArguments: number;
  readonly returns: ValueType;
}

const letters: Readonly<Record<string, ValueType>> = { n: 'scalar', s: 'string', v: 'vector', m: 'matrix' };

// One line a shape: what it gives, what it takes (n number, s string, v instant vector, m range vector; ? may be absent,
// * may repeat), and the functions of that shape.
const shapes = `
v v abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count histogram_stddev
v v histogram_stdvar histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt start_timestamp tan tanh timestamp
v v? day_of_month day_of_week day_of_year days_in_month hour minute month year
v m absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate last_over_time
v m mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time stdvar_over_time sum_over_time
v m ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time
v vnn clamp
v vn clamp_max clamp_min
v vn? round
v mnn double_exponential_smoothing
v mn predict_linear
v nm quantile_over_time
v nnv histogram_fraction
v nv histogram_quantile
v vv? info
v vsss* label_join
v vssss label_replace
v vs* sort_by_label sort_by_label_desc
v n vector
n v scalar
n nn max_of min_of
n - end pi range start step time
`;

function parseShapes(): ReadonlyMap<string, FunctionSignature> {
  const table = new Map<string, FunctionSignature>();
  for (const line of shapes.trim().split('\n')) {
    const [gives = '', takes = '', ...names] = line.split(' ');
    const argumentTypes = [...takes].flatMap((letter) => letters[letter] ?? []);
    const isOpen = takes.endsWith('?') || takes.endsWith('*');
    const minArguments = argumentTypes.length - (isOpen ? 1 : 0);
    const maxArguments = takes.endsWith('*') ? Number.POSITIVE_INFINITY : argumentTypes.length;
    const returns = letters[gives] ?? 'vector';
    for (const name of names) table.set(name, { name, argumentTypes, minArguments, maxArguments, returns });
  }
  const quantiles: FunctionSignature = {
    name: 'histogram_quantiles',
    argumentTypes: ['vector', 'string', 'scalar'],
    minArguments: 3,
    maxArguments: 12,
    returns: 'vector',
  };
  return table.set(quantiles.name, quantiles);
}

/**
 * All functions by name.
 *
 * @public
 */
export const functionSignatures: ReadonlyMap<string, FunctionSignature> = /* @__PURE__ */ parseShapes();

/**
 * All aggregators by name, with the type of their parameter, `undefined` for those without one.
 *
 * @public
 */
export const aggregatorParameters: ReadonlyMap<string, ValueType | undefined> = /* @__PURE__ */ new Map([
  ...['sum', 'avg', 'min', 'max', 'count', 'group', 'stddev', 'stdvar'].map((name) => [name, undefined] as const),
  ...['topk', 'bottomk', 'quantile', 'limitk', 'limit_ratio'].map((name) => [name, 'scalar'] as const),
  ['count_values', 'string'],
]);
