import type { Field, NumberField } from '../../frame/Frame.ts';
import { StepError } from '../TransformError.ts';
import { withGaps } from './placeRows.ts';

/** A column, or the same number in every row. */
export type Operand = Field | number;

type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^';
type UnaryOperator = 'abs' | 'negate' | 'floor' | 'ceil' | 'round' | 'sqrt' | 'exp' | 'ln' | 'log2' | 'log10';

const binary: { readonly [TOperator in BinaryOperator]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
};

const unary: { readonly [TOperator in UnaryOperator]: (value: number) => number } = {
  abs: Math.abs,
  negate: (value) => -value,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
};

/** Calculates each row of two operands, as numbers in the computer are: what is divided by 0 is an infinity or `NaN`. */
export function calculateBinary(left: Operand, operator: BinaryOperator, right: Operand, length: number): NumberField {
  const [a, b] = [numbersOf(left), numbersOf(right)];
  const combine = binary[operator];
  const values = new Float64Array(length);
  for (let row = 0; row < length; row += 1) values[row] = combine(a.at(row), b.at(row));
  return withGaps({ kind: 'number', name: operator, labels: {}, values }, joinGaps(a.gaps, b.gaps));
}

/** Calculates each row of one field. */
export function calculateUnary(field: Field, operator: UnaryOperator): NumberField {
  const { at, gaps } = numbersOf(field);
  const values = Float64Array.from({ length: field.values.length }, (_, row) => unary[operator](at(row)));
  return withGaps({ kind: 'number', name: operator, labels: {}, values }, gaps);
}

interface Numbers {
  readonly at: (row: number) => number;
  readonly gaps: Uint8Array | undefined;
}

function numbersOf(operand: Operand): Numbers {
  if (typeof operand === 'number') return { at: () => operand, gaps: undefined };
  if (operand.kind === 'string' || operand.kind === 'series') {
    throw new StepError(`"${operand.name}" has no numbers to calculate with; choose a field of numbers`);
  }
  const { values } = operand;
  return { at: (row) => values[row] ?? Number.NaN, gaps: operand.kind === 'number' ? operand.gaps : undefined };
}

function joinGaps(a: Uint8Array | undefined, b: Uint8Array | undefined): Uint8Array | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.map((gap, row) => gap | (b[row] ?? 0));
}
