type NumberFunction = (value: number) => number;

const toUtc = (seconds: number): Date => new Date(Math.trunc(seconds) * 1000);

const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;

const daysInMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** The functions that map each value by itself. */
export const mathFunctions: ReadonlyMap<string, NumberFunction> = /* @__PURE__ */ new Map<string, NumberFunction>([
  ...(
    ['abs', 'ceil', 'exp', 'floor', 'sqrt', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const
  ).map((name) => [name, Math[name]] as const),
  ...(['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const).map((name) => [name, Math[name]] as const),
  ['ln', Math.log],
  ['sgn', Math.sign],
  ['deg', (value) => (value * 180) / Math.PI],
  ['rad', (value) => (value * Math.PI) / 180],
]);

/** The functions that take values for times in seconds, and give a part of the date in UTC. */
export const dateFunctions: ReadonlyMap<string, NumberFunction> = /* @__PURE__ */ new Map<string, NumberFunction>([
  ['year', (seconds) => toUtc(seconds).getUTCFullYear()],
  ['month', (seconds) => toUtc(seconds).getUTCMonth() + 1],
  ['day_of_month', (seconds) => toUtc(seconds).getUTCDate()],
  ['day_of_week', (seconds) => toUtc(seconds).getUTCDay()],
  ['day_of_year', (seconds) => dayOfYear(toUtc(seconds))],
  ['days_in_month', (seconds) => daysInMonth(toUtc(seconds))],
  ['hour', (seconds) => toUtc(seconds).getUTCHours()],
  ['minute', (seconds) => toUtc(seconds).getUTCMinutes()],
]);
