import { GlasspaneError } from '../../errors/GlasspaneError.ts';

/**
 * A template that cannot be parsed or filled in. The message says it in the words of Go's `text/template`, and where:
 * line and column.
 *
 * @public
 */
export class TemplateError extends GlasspaneError {
  override readonly name: string = 'TemplateError';

  constructor(message: string) {
    super('invalid', message);
  }
}
