/**
 * The labels of a series: label name to value, the metric's name under `__name__`.
 *
 * An absent label and an empty value are the same thing, as in Prometheus; label sets that leave this package hold no
 * empty value. Names and values come from outside and may be any string (`__proto__` too): read them with
 * `Object.hasOwn`, write them with {@link Object.fromEntries} or a spread, never by assignment to a literal.
 *
 * @public
 */
export type Labels = Readonly<Record<string, string>>;
