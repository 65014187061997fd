import type { Matcher } from '@glasspane/promql/syntax';
import type { VariableValues } from '../variables/Variable.ts';
import { splitReferences } from '../variables/variableReferences.ts';
import { joinValues, notAll, type ReferencedValues, valuesOf } from '../variables/variableValues.ts';
import type { LogqlQuery } from './LogqlQuery.ts';

/**
 * Fills variables into a query, inside the texts of matchers and line filters only, so that a value never becomes syntax.
 * With `=` and `!=` of a matcher several values, or all, turn the operator into `=~` or `!~`; in a regular expression a
 * value matches itself only.
 *
 * @throws {@link VariableError} When a variable does not exist, or all of its values are put where one text is needed.
 * @public
 */
export function interpolateLogql(query: LogqlQuery, variables: VariableValues): LogqlQuery {
  return {
    matchers: query.matchers.map((matcher) => interpolateMatcher(matcher, variables)),
    labelFilters: query.labelFilters.map((matcher) => interpolateMatcher(matcher, variables)),
    filters: query.filters.map((filter) => {
      const pieces = piecesOf(filter.value, variables);
      const isRegex = filter.operator === '|~' || filter.operator === '!~';
      return { ...filter, value: isRegex ? patternOf(pieces, true) : textOf(pieces) };
    }),
  };
}

function interpolateMatcher(matcher: Matcher, variables: VariableValues): Matcher {
  const pieces = piecesOf(matcher.value, variables);
  const isRegex = matcher.operator === '=~' || matcher.operator === '!~';
  if (!isRegex && !pieces.some(needsRegex)) return { ...matcher, value: textOf(pieces) };
  const operator = matcher.operator === '=' || matcher.operator === '=~' ? '=~' : '!~';
  return { ...matcher, operator, value: patternOf(pieces, isRegex) };
}

type ValuePiece = string | ReferencedValues;

function piecesOf(text: string, variables: VariableValues): readonly ValuePiece[] {
  if (!text.includes('$')) return [text];
  return splitReferences(text).map((piece) => (typeof piece === 'string' ? piece : valuesOf(piece, variables)));
}

const needsRegex = (piece: ValuePiece): boolean =>
  typeof piece !== 'string' && piece.format === undefined && (piece.isAll || piece.values.length > 1);

function textOf(pieces: readonly ValuePiece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.isAll) throw notAll(piece.name);
      return joinValues(piece);
    })
    .join('');
}

function patternOf(pieces: readonly ValuePiece[], isLiteralPattern: boolean): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return isLiteralPattern ? piece : escapeRegex(piece);
      if (piece.isAll) return '.*';
      if (piece.format !== undefined) return isLiteralPattern ? joinValues(piece) : escapeRegex(joinValues(piece));
      return `(?:${piece.values.map(escapeRegex).join('|')})`;
    })
    .join('');
}

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
