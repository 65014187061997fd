import { GlasspaneError } from '../errors/GlasspaneError.ts';

/**
 * A query reads a variable that does not exist, or whose value does not fit where it stands.
 *
 * @public
 */
export class VariableError extends GlasspaneError {
  override readonly name: string = 'VariableError';
  /** The variable's name, without `$`. */
  readonly variable: string;

  constructor(variable: string, message: string) {
    super('bad_query', message);
    this.variable = variable;
  }
}
