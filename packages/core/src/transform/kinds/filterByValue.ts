import * as z from 'zod/mini';
import { type Report, semanticCheck } from '../../document/semanticChecks.ts';
import type { Field } from '../../frame/Frame.ts';
import { findInAny } from '../columns/fieldNames.ts';
import { takeRows } from '../columns/placeRows.ts';
import { patternProblem, searchPattern } from '../columns/searchPattern.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';

/**
 * What must hold for the value of a field.
 *
 * - `greater`, `greaterOrEqual`, `lower`, `lowerOrEqual`: than `value`, a number (milliseconds for moments).
 * - `between`: from `value` to `to`, both included.
 * - `equal`, `notEqual`: `value`, a number or a text.
 * - `matches`, `notMatches`: a regular expression in RE2's syntax, `value`, finds something in the text.
 * - `null`, `notNull`: there is no value: a gap, `NaN` or an empty text.
 *
 * @public
 */
export interface ValueCondition {
  readonly field: string;
  readonly is:
    | 'greater'
    | 'greaterOrEqual'
    | 'lower'
    | 'lowerOrEqual'
    | 'between'
    | 'equal'
    | 'notEqual'
    | 'matches'
    | 'notMatches'
    | 'null'
    | 'notNull';
  readonly value?: number | string | undefined;
  readonly to?: number | undefined;
}

/**
 * Keeps the rows whose values meet conditions. A result that lacks one of the fields stays as it is.
 *
 * @public
 */
export interface FilterByValueTransformation extends TransformationScope {
  readonly type: 'filterByValue';
  readonly conditions: readonly ValueCondition[];
  /**
   * Whether all conditions must be met, or one is enough.
   *
   * @defaultValue 'all'
   */
  readonly match?: 'all' | 'any' | undefined;
  /** Leaves these rows out, and keeps the others. */
  readonly isExcluding?: boolean | undefined;
}

type Test = (row: number) => boolean;

const conditionSchema: z.ZodMiniType<ValueCondition> = z
  .looseObject({
    field: z.string(),
    is: z.enum([
      'greater',
      'greaterOrEqual',
      'lower',
      'lowerOrEqual',
      'between',
      'equal',
      'notEqual',
      'matches',
      'notMatches',
      'null',
      'notNull',
    ]),
    value: z.optional(z.union([z.number(), z.string()])),
    to: z.optional(z.number()),
  })
  .check(semanticCheck(checkCondition));

function checkCondition({ is, value, to }: ValueCondition, report: Report): void {
  if (is === 'null' || is === 'notNull') return;
  if (value === undefined) report(['value'], `is needed to tell what "${is}" compares with`);
  else if (is === 'matches' || is === 'notMatches') {
    const problem = patternProblem(String(value));
    if (problem !== undefined) report(['value'], problem);
  } else if (is !== 'equal' && is !== 'notEqual' && typeof value !== 'number') {
    report(['value'], `must be a number for "${is}"`);
  }
  if (is === 'between' && to === undefined) report(['to'], 'is needed: the largest value that is between');
}

/** Keeps the rows whose values meet conditions. */
export const filterByValue: TransformationKind<FilterByValueTransformation> = {
  schema: z.looseObject({
    type: z.literal('filterByValue'),
    queries: z.optional(z.array(z.string())),
    conditions: z.array(conditionSchema).check(z.minLength(1)),
    match: z.optional(z.enum(['all', 'any'])),
    isExcluding: z.optional(z.boolean()),
  }),
  apply: (results, { conditions, match = 'all', isExcluding = false }) => {
    const found = findInAny(
      results,
      conditions.map(({ field }) => field),
    );
    return results.map((result, index) => {
      const fields = found[index];
      if (fields === undefined) return result;
      const tests = conditions.map((condition, at) => testOf(condition, fields[at]));
      const isMet = (row: number): boolean =>
        match === 'all' ? tests.every((test) => test(row)) : tests.some((test) => test(row));
      const { frame } = result;
      const rows = new Uint32Array(frame.length);
      let count = 0;
      for (let row = 0; row < frame.length; row += 1) {
        if (isMet(row) === isExcluding) continue;
        rows[count] = row;
        count += 1;
      }
      return count === frame.length ? result : { ...result, frame: takeRows(frame, rows.subarray(0, count)) };
    });
  },
};

function testOf(condition: ValueCondition, field: Field | undefined): Test {
  const isMissing: Test = (row) => {
    const cell = field?.values[row];
    return cell === undefined || cell === '' || Number.isNaN(cell);
  };
  const { is, value, to = Number.NaN } = condition;
  if (is === 'null') return isMissing;
  if (is === 'notNull') return (row) => !isMissing(row);
  if (is === 'matches' || is === 'notMatches') {
    const search = searchPattern(String(value));
    return (row) => search.finds(textAt(field, row)) === (is === 'matches');
  }
  if (is === 'equal' || is === 'notEqual') {
    const isEqual: Test =
      field?.kind === 'string'
        ? (row) => field.values[row] === String(value)
        : (row) => numberAt(field, row) === numberOf(value);
    return (row) => isEqual(row) === (is === 'equal');
  }
  const limit = numberOf(value);
  return (row) => compare(numberAt(field, row), is, limit, to);
}

function compare(value: number, is: ValueCondition['is'], limit: number, to: number): boolean {
  switch (is) {
    case 'greater':
      return value > limit;
    case 'greaterOrEqual':
      return value >= limit;
    case 'lower':
      return value < limit;
    case 'lowerOrEqual':
      return value <= limit;
    default:
      return value >= limit && value <= to;
  }
}

function textAt(field: Field | undefined, row: number): string {
  if (field === undefined || field.kind === 'series') return '';
  const cell = field.values[row];
  return cell === undefined || Number.isNaN(cell) ? '' : String(cell);
}

/** The number of a row; of a text, the number that it is, as in a column of labels. */
function numberAt(field: Field | undefined, row: number): number {
  if (field === undefined || field.kind === 'series') return Number.NaN;
  return numberOf(field.values[row]);
}

/** Spaces write no number, though `Number` takes them for 0. */
function numberOf(cell: number | string | undefined): number {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '') ? Number.NaN : Number(cell);
}
