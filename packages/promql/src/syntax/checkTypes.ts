import type { Aggregation, BinaryExpr, Call, Expr, Positioned, VectorSelector } from './ast.ts';
import type { Matcher } from './Matcher.ts';
import { isComparison, isSetOperator } from './operators.ts';
import { PromqlSyntaxError } from './PromqlSyntaxError.ts';
import { matchesEmpty } from './regex/matchesEmpty.ts';
import { tryParseRegex } from './regex/parseRegex.ts';
import { aggregatorParameters, functionSignatures, type ValueType } from './signatures.ts';
import { quoteString } from './strings.ts';
import { describeType, typeOf } from './typeOf.ts';

class TypeChecker {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #fail(reason: string, place: Positioned): never {
    throw new PromqlSyntaxError(reason, place, this.#text);
  }

  #expect(expr: Expr, type: ValueType, context: string): void {
    const got = this.check(expr);
    if (got === type) return;
    this.#fail(`expected type ${describeType(type)} in ${context}, got ${describeType(got)}`, expr);
  }

  /** Returns the type of the expression after checking all that is in it. */
  check(expr: Expr): ValueType {
    switch (expr.type) {
      case 'vectorSelector':
        this.#checkSelector(expr);
        return 'vector';
      case 'matrixSelector':
        this.#checkSelector(expr.selector);
        return 'matrix';
      case 'subquery':
        this.#checkSubquery(expr.expr, expr);
        return 'matrix';
      case 'call':
        return this.#checkCall(expr);
      case 'aggregation':
        this.#checkAggregation(expr);
        return 'vector';
      case 'binary':
        return this.#checkBinary(expr);
      case 'unary': {
        const type = this.check(expr.expr);
        if (type === 'scalar' || type === 'vector') return type;
        const allowed = 'unary expression only allowed on expressions of type scalar or instant vector';
        return this.#fail(`${allowed}, got ${quoteString(describeType(type))}`, expr);
      }
      case 'paren':
        return this.check(expr.expr);
      default:
        return typeOf(expr);
    }
  }

  /** Returns whether an absent label fulfils the matcher. */
  #matchesEmpty({ operator, value }: Matcher, selector: VectorSelector): boolean {
    if (operator === '=' || operator === '!=') return (operator === '=') === (value === '');
    const node = tryParseRegex(value);
    return node instanceof Error ? this.#fail(node.message, selector) : (operator === '=~') === matchesEmpty(node);
  }

  #checkSelector(selector: VectorSelector): void {
    const { matchers } = selector;
    // What was parsed has been looked at. Of what was built, all is: a matcher that is enough may stand before a bad one.
    const isParsed = this.#text !== '';
    if (isParsed && matchers.some(({ operator, value }) => operator === '=' && value !== '')) return;
    if (matchers.filter((matcher) => this.#matchesEmpty(matcher, selector)).length < matchers.length) return;
    this.#fail('vector selector must contain at least one non-empty matcher', selector);
  }

  #checkSubquery(inner: Expr, place: Positioned): void {
    const type = this.check(inner);
    if (type === 'vector') return;
    this.#fail(`subquery is only allowed on instant vector, got ${type} instead`, place);
  }

  #checkCall(call: Call): ValueType {
    const { name, args } = call;
    const signature = functionSignatures.get(name);
    if (signature === undefined) return this.#fail(`unknown function with name ${quoteString(name)}`, call);
    const { minArguments, maxArguments, argumentTypes, returns } = signature;
    if (args.length < minArguments || args.length > maxArguments) {
      const [bound, limit] =
        minArguments === maxArguments
          ? ['', minArguments]
          : args.length < minArguments
            ? ['at least ', minArguments]
            : ['at most ', maxArguments];
      this.#fail(`expected ${bound}${limit} argument(s) in call to ${quoteString(name)}, got ${args.length}`, call);
    }
    for (const [index, argument] of args.entries()) {
      const type = argumentTypes[index] ?? argumentTypes.at(-1) ?? 'vector';
      if (name === 'info' && index === 1) this.#checkInfoSelector(call, argument);
      else this.#expect(argument, type, `call to function ${quoteString(name)}`);
    }
    return returns;
  }

  // The second argument of info() is no query: it only lists conditions on labels, and may match everything.
  #checkInfoSelector(call: Call, argument: Expr): void {
    const type = typeOf(argument);
    if (type !== 'vector') {
      this.#fail(`expected type instant vector in call to function "info", got ${describeType(type)}`, call);
    }
    if (argument.type !== 'vectorSelector') this.#fail('expected label selectors only', argument);
    for (const matcher of argument.matchers) this.#matchesEmpty(matcher, argument);
    const [first] = argument.matchers;
    if (first?.name === '__name__' && argument.isNameInBraces !== true) {
      this.#fail('expected label selectors only, got vector selector instead', argument);
    }
  }

  #checkAggregation(aggregation: Aggregation): void {
    const { name, expr, parameter } = aggregation;
    this.#expect(expr, 'vector', 'aggregation expression');
    const type = aggregatorParameters.get(name);
    if (type !== undefined && parameter !== undefined) this.#expect(parameter, type, 'aggregation parameter');
  }

  #checkBinary(binary: BinaryExpr): ValueType {
    const { operator, left, right, isBool } = binary;
    const types = [this.check(left), this.check(right)];
    if (isBool && !isComparison(operator))
      this.#fail('bool modifier can only be used on comparison operators', this.#operatorOf(binary));
    const isScalar = types.every((type) => type === 'scalar');
    const areVectors = types.every((type) => type === 'vector');
    if (isScalar && isComparison(operator) && !isBool) {
      this.#fail('comparisons between scalars must use BOOL modifier', this.#operatorOf(binary));
    }
    this.#checkLabelsOnce(binary);
    [left, right].forEach((side, index) => {
      if (types[index] === 'scalar' || types[index] === 'vector') return;
      this.#fail('binary expression must contain only scalar and instant vector types', side);
    });
    this.#checkMatching(binary, areVectors);
    if (isSetOperator(operator) && !areVectors) {
      this.#fail(`set operator ${quoteString(operator)} not allowed in binary scalar expression`, binary);
    }
    return isScalar ? 'scalar' : 'vector';
  }

  /** The place of the operator, which stands next behind the left side. */
  #operatorOf({ left, operator, start, end }: BinaryExpr): Positioned {
    let at = left.end;
    while (at < end && ' \t\n\r'.includes(this.#text[at] ?? 'x')) at += 1;
    return at >= end ? { start, end } : { start: at, end: at + operator.length };
  }

  #checkLabelsOnce(binary: BinaryExpr): void {
    if (binary.matching?.mode !== 'on') return;
    const { labels, include } = binary.matching;
    const both = labels.find((label) => include.includes(label));
    if (both === undefined) return;
    this.#fail(`label ${quoteString(both)} must not occur in ON and GROUP clause at once`, this.#operatorOf(binary));
  }

  #checkMatching(binary: BinaryExpr, areVectors: boolean): void {
    const { operator, matching } = binary;
    if (matching === undefined) return;
    const { labels, group, fillLeft, fillRight } = matching;
    const isFilled = fillLeft !== undefined || fillRight !== undefined;
    if (!areVectors) {
      if (labels.length > 0) this.#fail('vector matching only allowed between instant vectors', binary);
      if (isFilled) this.#fail('filling in missing series only allowed between instant vectors', binary);
    } else if (isSetOperator(operator)) {
      if (group !== undefined) this.#fail(`no grouping allowed for ${quoteString(operator)} operation`, binary);
      if (isFilled) this.#fail('filling in missing series not allowed for set operators', binary);
    }
  }
}

/**
 * Checks the types of an expression, of everything within it, and the rules that the grammar cannot express.
 *
 * @param text - The query text, for the positions in messages; the empty string for an expression that was built.
 * @returns The type of the whole.
 * @throws {@link PromqlSyntaxError} When something does not fit; the message is what Prometheus would say.
 *
 * @public
 */
export function checkTypes(expr: Expr, text = ''): ValueType {
  return new TypeChecker(text).check(expr);
}
