import {
  type Matcher,
  type MatcherOperator,
  PromqlSyntaxError,
  parseExpr,
  parseSelector,
  printSelector,
} from '@glasspane/promql/syntax';
import type { LineFilter, LineFilterOperator, LogqlQuery } from './LogqlQuery.ts';
import { LogqlScanner } from './LogqlScanner.ts';

// The longer ones first, where one begins as another does.
const MATCHER_OPERATORS: readonly MatcherOperator[] = ['=~', '!~', '!=', '='];
const FILTER_OPERATORS: readonly LineFilterOperator[] = ['|=', '|~', '!=', '!~'];

const STAGE = 'a line filter (|= != |~ !~) or a label filter such as | level="error"; other stages are not supported';
const LABEL_FILTER = 'one of = != =~ !~ and a text, as in | level="error"; other stages are not supported';

/** A query is written by hand or made by a control; what is longer is neither. */
const MAX_LENGTH = 50_000;

/**
 * Parses a LogQL log query: a stream selector, line filters, and label filters that compare texts. What else LogQL has
 * (parsers, formats, metric queries) is refused.
 *
 * @throws {@link LogqlSyntaxError} With the position, when the text is anything else, when a regular expression is not
 * RE2, or when no matcher narrows the streams down.
 *
 * @example
 * ```ts
 * parseLogql('{app="api"} |= "error" !~ `timeout|refused`').filters.length; // 2
 * ```
 *
 * @public
 */
export function parseLogql(text: string): LogqlQuery {
  const scanner = new LogqlScanner(text);
  if (text.length > MAX_LENGTH) scanner.fail(`the query is longer than ${MAX_LENGTH} characters`);
  const matchers = parseMatchers(scanner);
  const filters: LineFilter[] = [];
  const labelFilters: Matcher[] = [];
  while (!scanner.isAtEnd) {
    const operator = scanner.take(...FILTER_OPERATORS);
    if (operator !== undefined) filters.push(parseFilter(scanner, operator));
    else if (scanner.take('|') !== undefined) labelFilters.push(parseMatcher(scanner, LABEL_FILTER));
    else scanner.failUnexpected(STAGE);
  }
  return { matchers, filters, labelFilters };
}

/**
 * Parses a stream selector alone, such as `{app="api"}`.
 *
 * @throws {@link LogqlSyntaxError} As {@link parseLogql} does.
 *
 * @public
 */
export function parseStreamSelector(text: string): readonly Matcher[] {
  const scanner = new LogqlScanner(text);
  const matchers = parseMatchers(scanner);
  if (!scanner.isAtEnd) scanner.failUnexpected('the end of the selector');
  return matchers;
}

function parseMatchers(scanner: LogqlScanner): readonly Matcher[] {
  const start = scanner.position;
  if (scanner.take('{') === undefined) scanner.failUnexpected('"{": a query of logs begins with a stream selector');
  const matchers: Matcher[] = [];
  while (scanner.take('}') === undefined) {
    if (matchers.length > 0 && scanner.take(',') === undefined) scanner.failUnexpected('"," or "}"');
    if (matchers.length > 0 && scanner.take('}') !== undefined) break;
    matchers.push(parseMatcher(scanner, 'one of = != =~ !~'));
  }
  requireNarrow(matchers, scanner, start);
  return matchers;
}

function parseMatcher(scanner: LogqlScanner, expected: string): Matcher {
  const name = scanner.identifier();
  const operator = scanner.take(...MATCHER_OPERATORS);
  if (operator === undefined) return scanner.failUnexpected(expected);
  const position = scanner.position;
  const value = scanner.string();
  if (operator === '=~' || operator === '!~') requireRegex(value, scanner, position);
  return { name, operator, value };
}

function parseFilter(scanner: LogqlScanner, operator: LineFilterOperator): LineFilter {
  const position = scanner.position;
  const value = scanner.string();
  if (operator === '|~' || operator === '!~') requireRegex(value, scanner, position);
  return { operator, value };
}

function requireRegex(pattern: string, scanner: LogqlScanner, position: number): void {
  try {
    parseSelector(printSelector([{ name: 'line', operator: '=~', value: pattern }]));
  } catch (error) {
    scanner.fail(error instanceof PromqlSyntaxError ? error.reason : String(error), position);
  }
}

/** PromQL has the same rule, for the same reason: without it, a slip of the hand reads everything there is. */
function requireNarrow(matchers: readonly Matcher[], scanner: LogqlScanner, position: number): void {
  try {
    parseExpr(matchers.length === 0 ? '{}' : printSelector(matchers));
  } catch {
    scanner.fail(
      'queries require at least one regexp or equality matcher that does not have an empty-compatible value; for instance, app=~".*" does not meet this requirement, but app=~".+" will',
      position,
    );
  }
}
