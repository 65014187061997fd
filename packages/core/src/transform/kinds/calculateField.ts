import * as z from 'zod/mini';
import type { Field, NumberField } from '../../frame/Frame.ts';
import type { Reducer } from '../../reduce/reduceField.ts';
import { calculateBinary, calculateUnary, type Operand } from '../columns/calculate.ts';
import { findInAny, hasNoData, renamed } from '../columns/fieldNames.ts';
import { reduceRows } from '../columns/reduceRows.ts';
import { reducerSchema } from '../columns/reducers.ts';
import type { TransformationKind, TransformationScope } from '../TransformationKind.ts';
import type { TransformResult } from '../TransformResult.ts';

/**
 * One side of a calculation: the values of a field, or a number.
 *
 * @public
 */
export type CalculationOperand =
  | { readonly field: string; readonly value?: undefined }
  | { readonly value: number; readonly field?: undefined };

/**
 * What is calculated for each row.
 *
 * - `binary`: of two operands. A row is a gap where one of them is.
 * - `unary`: of one field.
 * - `reduce`: of some fields of the row, all number fields where none is named. Gaps are passed over.
 * - `index`: the number of the row, from 0.
 *
 * @public
 */
export type Calculation =
  | {
      readonly mode: 'binary';
      readonly left: CalculationOperand;
      readonly operator: '+' | '-' | '*' | '/' | '%' | '^';
      readonly right: CalculationOperand;
    }
  | {
      readonly mode: 'unary';
      readonly operator: 'abs' | 'negate' | 'floor' | 'ceil' | 'round' | 'sqrt' | 'exp' | 'ln' | 'log2' | 'log10';
      readonly field: string;
    }
  | { readonly mode: 'reduce'; readonly reducer: Reducer; readonly fields?: readonly string[] | undefined }
  | { readonly mode: 'index' };

/**
 * Adds a field that is calculated of others. A result that lacks one of them stays as it is.
 *
 * @public
 */
export interface CalculateFieldTransformation extends TransformationScope {
  readonly type: 'calculateField';
  readonly calculation: Calculation;
  /** The name of the field. Left out: the calculation itself, such as `used / total`. */
  readonly name?: string | undefined;
  /** Leaves out the number fields that there were. */
  readonly isReplacing?: boolean | undefined;
}

const operandSchema: z.ZodMiniType<CalculationOperand> = z.union(
  [z.looseObject({ field: z.string() }), z.looseObject({ value: z.number() })],
  'must be a field, such as {"field": "used"}, or a number, such as {"value": 100}',
) as z.ZodMiniType<CalculationOperand>;

const calculationSchema: z.ZodMiniType<Calculation> = z.discriminatedUnion(
  'mode',
  [
    z.looseObject({
      mode: z.literal('binary'),
      left: operandSchema,
      operator: z.enum(['+', '-', '*', '/', '%', '^']),
      right: operandSchema,
    }),
    z.looseObject({
      mode: z.literal('unary'),
      operator: z.enum(['abs', 'negate', 'floor', 'ceil', 'round', 'sqrt', 'exp', 'ln', 'log2', 'log10']),
      field: z.string(),
    }),
    z.looseObject({
      mode: z.literal('reduce'),
      reducer: reducerSchema,
      fields: z.optional(z.array(z.string())),
    }),
    z.looseObject({ mode: z.literal('index') }),
  ],
  'must be "binary", "unary", "reduce" or "index"',
);

/** Adds a field that is calculated of others. */
export const calculateField: TransformationKind<CalculateFieldTransformation> = {
  schema: z.looseObject({
    type: z.literal('calculateField'),
    queries: z.optional(z.array(z.string())),
    calculation: calculationSchema,
    name: z.optional(z.string()),
    isReplacing: z.optional(z.boolean()),
  }),
  apply: (results, { calculation, name = describe(calculation), isReplacing = false }) => {
    const calculated = calculate(results, calculation);
    return results.map((result, index) => {
      const field = calculated[index];
      if (field === undefined || hasNoData(result)) return result;
      const { frame } = result;
      const kept = isReplacing ? frame.fields.filter(({ kind }) => kind !== 'number') : frame.fields;
      return { ...result, frame: { ...frame, fields: [...kept, renamed({ ...field, name }, name)] } };
    });
  },
};

function calculate(
  results: readonly TransformResult[],
  calculation: Calculation,
): readonly (NumberField | undefined)[] {
  switch (calculation.mode) {
    case 'binary': {
      const { left, operator, right } = calculation;
      const sides = [left, right].flatMap(({ field }) => field ?? []);
      return findInAny(results, sides).map((fields, index) => {
        const length = results[index]?.frame.length ?? 0;
        if (fields === undefined) return undefined;
        const [a, b] = operands(fields, left, right);
        return calculateBinary(a, operator, b, length);
      });
    }
    case 'unary':
      return findInAny(results, [calculation.field]).map(
        (fields) => fields?.[0] && calculateUnary(fields[0], calculation.operator),
      );
    case 'reduce': {
      const { fields: names, reducer } = calculation;
      if (names !== undefined && names.length > 0) {
        return findInAny(results, names).map((fields) => fields && reduceRows(fields, reducer));
      }
      return results.map(({ frame }) => reduceRows(frame.fields, reducer, frame.length));
    }
    case 'index':
      return results.map(({ frame }) => ({
        kind: 'number',
        name: 'index',
        labels: {},
        values: Float64Array.from({ length: frame.length }, (_, row) => row),
      }));
  }
}

function operands(
  fields: readonly Field[],
  left: CalculationOperand,
  right: CalculationOperand,
): readonly [Operand, Operand] {
  const [first, second] = fields;
  const a = (left.field === undefined ? left.value : first) ?? Number.NaN;
  const b = (right.field === undefined ? right.value : left.field === undefined ? first : second) ?? Number.NaN;
  return [a, b];
}

function describe(calculation: Calculation): string {
  switch (calculation.mode) {
    case 'binary':
      return `${describeOperand(calculation.left)} ${calculation.operator} ${describeOperand(calculation.right)}`;
    case 'unary':
      return `${calculation.operator}(${calculation.field})`;
    case 'reduce':
      return calculation.reducer;
    case 'index':
      return 'index';
  }
}

function describeOperand({ field, value }: CalculationOperand): string {
  return field ?? String(value);
}
