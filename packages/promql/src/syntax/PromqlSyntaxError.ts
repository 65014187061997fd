import type { Positioned } from './ast.ts';
import { utf8Length } from './strings.ts';

/**
 * Returns line and column of an offset, both from 1, as `line:column`. The column counts characters as Prometheus does:
 * bytes of UTF-8. In an empty text there is no position, and it says so.
 *
 * @internal
 */
export function formatPosition(text: string, offset: number): string {
  if (text === '') return 'unknown position';
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line += 1;
  return `${line}:${utf8Length(before.slice(lineStart)) + 1}`;
}

/**
 * A text that is no PromQL, or whose types do not fit. The message is what Prometheus would say, position included
 * (`1:5: parse error: unexpected identifier "b"`).
 *
 * @public
 */
export class PromqlSyntaxError extends Error {
  override readonly name: string = 'PromqlSyntaxError';
  /** The message without the position. */
  readonly reason: string;
  /** UTF-16 offset of the first character concerned. */
  readonly start: number;
  /** UTF-16 offset behind the last character concerned. */
  readonly end: number;

  constructor(reason: string, place: Positioned, text: string) {
    super(`${formatPosition(text, place.start)}: parse error: ${reason}`);
    this.reason = reason;
    this.start = place.start;
    this.end = place.end;
  }
}
