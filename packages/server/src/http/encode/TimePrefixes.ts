import { formatTime } from '../formatFloat.ts';

/** The beginnings of the points at the given times, `,[1700000000,"`, as bytes: the series of an answer share them. */
export class TimePrefixes {
  readonly view: DataView;
  /** Where each begins; and where the last one ends. */
  readonly starts: Uint32Array;
  /** The length of the longest. */
  readonly maxLength: number;

  constructor(times: Float64Array) {
    const texts = Array.from(times, (timeMs) => `,[${formatTime(timeMs)},"`);
    const { buffer, byteOffset, length } = Buffer.from(texts.join(''));
    this.view = new DataView(buffer, byteOffset, length);
    this.starts = new Uint32Array(texts.length + 1);
    let end = 0;
    let maxLength = 0;
    for (let index = 0; index < texts.length; index += 1) {
      const textLength = texts[index]?.length ?? 0;
      end += textLength;
      maxLength = Math.max(maxLength, textLength);
      this.starts[index + 1] = end;
    }
    this.maxLength = maxLength;
  }
}
