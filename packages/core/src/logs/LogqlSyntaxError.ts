import { GlasspaneError } from '../errors/GlasspaneError.ts';

/**
 * A text that is no LogQL log query, or has a part that is not supported. The message begins with Loki's own words and the
 * position: `parse error at line 1, col 6: …`.
 *
 * @public
 */
export class LogqlSyntaxError extends GlasspaneError {
  override readonly name: string = 'LogqlSyntaxError';
  /** The message without the position. */
  readonly reason: string;
  /** UTF-16 offset of the first character concerned. */
  readonly start: number;

  constructor(reason: string, text: string, start: number) {
    const before = text.slice(0, start).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    super('bad_query', `parse error at line ${before.length}, col ${column}: ${reason}`);
    this.reason = reason;
    this.start = start;
  }
}
