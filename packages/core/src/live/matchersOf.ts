import { type Matcher, parseExpr, selectorsIn } from '@glasspane/promql/syntax';

/**
 * Returns the selectors in PromQL expressions, each once, as a live subscription wants them. An expression that cannot be
 * parsed has none: its query says what is wrong with it.
 *
 * @param exprs - With their variables filled in.
 * @public
 */
export function matchersOf(exprs: readonly string[]): readonly (readonly Matcher[])[] {
  const selectors = exprs
    .flatMap(selectorsOf)
    .map((matchers) => [JSON.stringify([...matchers].map(toText).sort()), matchers] as const);
  return [...new Map(selectors).values()];
}

const toText = ({ name, operator, value }: Matcher): string => JSON.stringify([name, operator, value]);

function selectorsOf(expr: string): readonly (readonly Matcher[])[] {
  try {
    return selectorsIn(parseExpr(expr)).map(({ matchers }) => matchers);
  } catch {
    return [];
  }
}
