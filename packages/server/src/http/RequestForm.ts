import { messageOf } from '../store/storeErrors.ts';
import { invalidParameter } from './ApiError.ts';
import { parseGoInt } from './goNumbers.ts';
import { parseDuration, parseTime } from './parseTime.ts';

/** The parameters of a request: those of the body, then those of the URL. */
export class RequestForm {
  readonly #sources: readonly URLSearchParams[];

  constructor(...sources: readonly URLSearchParams[]) {
    this.#sources = sources;
  }

  /** Returns the first value of a parameter; the empty text where there is none. */
  get(name: string): string {
    for (const source of this.#sources) {
      const value = source.get(name);
      if (value !== null) return value;
    }
    return '';
  }

  all(name: string): string[] {
    return this.#sources.flatMap((source) => source.getAll(name));
  }

  /** Returns a time in milliseconds since the epoch; `undefined` where the parameter is missing or empty. */
  optionalTime(name: string): number | undefined {
    const text = this.get(name);
    if (text === '') return undefined;
    return this.#parse(name, () => {
      try {
        return parseTime(text);
      } catch (error) {
        throw new Error(`invalid time value for '${name}': ${messageOf(error)}`);
      }
    });
  }

  /** Returns a time in milliseconds since the epoch. */
  time(name: string): number {
    return this.#parse(name, () => parseTime(this.get(name)));
  }

  /** Returns a duration in milliseconds. */
  duration(name: string): number {
    return this.#parse(name, () => parseDuration(this.get(name)));
  }

  /** Returns a number of results; `undefined` where there is no limit. */
  limit(): number | undefined {
    const text = this.get('limit');
    if (text === '') return undefined;
    const limit = this.#parse('limit', () => parseGoInt(text));
    if (limit < 0) throw invalidParameter('limit', 'limit must be non-negative');
    return limit === 0 ? undefined : limit;
  }

  #parse<TValue>(name: string, parse: () => TValue): TValue {
    try {
      return parse();
    } catch (error) {
      throw invalidParameter(name, messageOf(error));
    }
  }
}
