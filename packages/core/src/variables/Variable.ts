/**
 * A value of a variable; several where the variable takes several.
 *
 * @public
 */
export type VariableValue = string | readonly string[];

/**
 * Values by variable name.
 *
 * @public
 */
export type VariableValues = Readonly<Record<string, VariableValue>>;

interface VariableBase {
  /** What queries call it: `$name` or `${name}`. Letters, digits and `_`. */
  readonly name: string;
  /** What people read. Left out: the name. */
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** The value before somebody chooses. Left out: the first option. */
  readonly defaultValue?: VariableValue | undefined;
}

/**
 * The values of one label, asked from the backend.
 *
 * @public
 */
export interface LabelValuesVariable extends VariableBase {
  readonly type: 'labelValues';
  /** The label's name. */
  readonly labelName: string;
  /** A selector that the series must match; may hold other variables. Left out: all series. */
  readonly selector?: string | undefined;
  readonly isMulti?: boolean | undefined;
  /** Offers all values at once, as one option. */
  readonly hasAll?: boolean | undefined;
}

/**
 * A fixed list of values.
 *
 * @public
 */
export interface CustomVariable extends VariableBase {
  readonly type: 'custom';
  readonly options: readonly string[];
  readonly isMulti?: boolean | undefined;
  readonly hasAll?: boolean | undefined;
}

/**
 * A value that is typed in.
 *
 * @public
 */
export interface TextVariable extends VariableBase {
  readonly type: 'text';
}

/**
 * A value that the dashboard's author fixed.
 *
 * @public
 */
export interface ConstantVariable extends VariableBase {
  readonly type: 'constant';
  readonly value: string;
}

/**
 * Something a viewer chooses, and queries read.
 *
 * @public
 */
export type Variable = LabelValuesVariable | CustomVariable | TextVariable | ConstantVariable;
