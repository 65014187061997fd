import { composeDuration } from './composeDuration.ts';
import type { FormattedValue } from './FormattedValue.ts';
import type { Rung, UnitDefinition } from './UnitDefinition.ts';
import { findUnit } from './units.ts';

/**
 * How a {@link ValueFormatter} writes.
 *
 * @public
 */
export interface ValueFormatterOptions {
  /** A BCP 47 locale. Left out: the host's. */
  readonly locale?: string | undefined;
  /** An IANA time zone, for units that are moments. Left out: the host's. */
  readonly timeZone?: string | undefined;
  /** More units than the usual ones: `moreUnits` of `@glasspane/core/chart`. */
  readonly units?: ((id: string) => UnitDefinition | undefined) | undefined;
}

/**
 * How one value is written.
 *
 * @public
 */
export interface ValueFormat {
  /** A unit by Grafana's ids; an unknown one is a suffix. Left out: none. */
  readonly unit?: string | undefined;
  /** Digits after the decimal point, 0 to 20. Left out: as many as the value needs. */
  readonly decimals?: number | undefined;
  /** What stands for a value that is not there. */
  readonly noValue?: string | undefined;
}

/** From here on a number is written with an exponent, whatever its digits: nobody counts so many zeros. */
const HUGE = 1e21;

/** What stands for a gap, unless a widget says otherwise. */
const NO_VALUE = '–';

/**
 * Writes values with their units in one locale. It keeps the formatters that it made, so keep it and use it again.
 *
 * @public
 */
export class ValueFormatter {
  readonly #locale: string | undefined;
  readonly #timeZone: string | undefined;
  readonly #moreUnits: ValueFormatterOptions['units'];
  readonly #units = new Map<string, UnitDefinition>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  #dates: Intl.DateTimeFormat | undefined;

  constructor(options: ValueFormatterOptions = {}) {
    this.#locale = options.locale;
    this.#timeZone = options.timeZone;
    this.#moreUnits = options.units;
  }

  /** Returns how the unit of that id is written. @internal */
  unit(id: string | undefined): UnitDefinition {
    const key = id ?? '';
    let unit = this.#units.get(key);
    if (unit === undefined) {
      unit = this.#moreUnits?.(key) ?? findUnit(key);
      this.#units.set(key, unit);
    }
    return unit;
  }

  /** Writes one value; `undefined` is a gap. */
  format(value: number | undefined, format: ValueFormat = {}): FormattedValue {
    if (value === undefined) {
      return bare(format.noValue ?? NO_VALUE);
    }
    if (!Number.isFinite(value)) {
      return bare(Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf');
    }
    return this.#formatFinite(value, this.unit(format.unit), format.decimals);
  }

  /** Writes a finite value on a given rung of its ladder, so that the ticks of an axis share one. @internal */
  formatOnRung(value: number, rung: Rung, decimals?: number): FormattedValue {
    return withSuffix(this.#number(value / rung.factor, decimals), rung.suffix);
  }

  #formatFinite(value: number, unit: UnitDefinition, decimals: number | undefined): FormattedValue {
    switch (unit.kind) {
      case 'plain':
        return unit.prefix === undefined
          ? withSuffix(this.#number(value, decimals), unit.suffix, unit.isTight)
          : withPrefix(unit.prefix, this.#number(value, decimals));
      case 'compact':
        return withSuffix(this.#compact(value, decimals), unit.suffix);
      case 'ladder':
        return this.#formatOnLadder(value * unit.inFactor, unit, decimals);
      case 'percent': {
        const percent = value * unit.factor * 100;
        return this.#parts(value * unit.factor, percent, { style: 'percent', ...fraction(percent, decimals) });
      }
      case 'currency':
        return this.#parts(value, value, {
          style: 'currency',
          currency: unit.code,
          ...currencyFraction(value, decimals),
        });
      case 'composedDuration':
        return bare(composeDuration(value * unit.factor));
      case 'text':
        return bare(unit.write(value));
      case 'choice':
        return bare(value === 0 ? unit.zero : unit.other);
      case 'dateTime':
        return bare(this.#dateTime(value));
      case 'scientific':
        return bare(this.#scientific(value, decimals));
      case 'hexadecimal':
        return bare(`${value <= -1 ? '-' : ''}${unit.prefix}${Math.trunc(Math.abs(value)).toString(16).toUpperCase()}`);
    }
  }

  #formatOnLadder(value: number, ladder: LadderUnit, decimals: number | undefined): FormattedValue {
    const { rungs } = ladder;
    const index = rungIndex(value, ladder);
    const rung = rungs[index] ?? { factor: 1, suffix: '' };
    const next = rungs[index + 1];
    // 999,999 bytes are 1 MB, not 1,000 kB: rounding can reach the next rung.
    const isNext = next !== undefined && rounded(value / rung.factor, decimals) * rung.factor >= next.factor;
    return this.formatOnRung(value, isNext ? next : rung, decimals);
  }

  #number(value: number, decimals: number | undefined): string {
    const size = Math.abs(value);
    if (size >= HUGE || (decimals === undefined && size !== 0 && (size >= 1e15 || size < 1e-6))) {
      return this.#scientific(value, decimals);
    }
    const digits = fraction(value, decimals);
    return this.#numberFormat(digits).format(withoutNegativeZero(value, digits.maximumFractionDigits));
  }

  #scientific(value: number, decimals: number | undefined): string {
    const format = this.#numberFormat({ notation: 'scientific', maximumFractionDigits: clampDigits(decimals ?? 2) });
    return format.format(withoutNegativeZero(value));
  }

  #compact(value: number, decimals: number | undefined): string {
    const size = Math.abs(value);
    // 999.97 is 1K, not 1,000: rounding can reach the first word.
    if (rounded(value, decimals) < 1000 || size >= 1e15) {
      return this.#number(value, decimals);
    }
    const shown = size < 1000 ? Math.sign(value) * 1000 : value;
    return this.#numberFormat({
      notation: 'compact',
      minimumFractionDigits: clampDigits(decimals ?? 0),
      maximumFractionDigits: clampDigits(decimals ?? 2),
    }).format(shown);
  }

  /** @param shown - The number that is read, where it is not the value itself. */
  #parts(value: number, shown: number, options: Intl.NumberFormatOptions): FormattedValue {
    const notation = Math.abs(shown) >= HUGE ? ({ notation: 'scientific' } as const) : {};
    const isZero = withoutNegativeZero(shown, options.maximumFractionDigits) === 0;
    const parts = this.#numberFormat({ ...options, ...notation }).formatToParts(isZero ? 0 : value);
    const first = parts.findIndex((part) => part.type === 'integer');
    const last = parts.map((part) => /^(?:integer|fraction|exponentInteger)$/.test(part.type)).lastIndexOf(true);
    const join = (some: readonly Intl.NumberFormatPart[]): string => some.map((part) => part.value).join('');
    return {
      text: join(parts),
      prefix: join(parts.slice(0, first)).trim(),
      number: join(parts.slice(first, last + 1)),
      suffix: join(parts.slice(last + 1)).trim(),
    };
  }

  #numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    let format = this.#numbers.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.#locale, options);
      this.#numbers.set(key, format);
    }
    return format;
  }

  #dateTime(timeMs: number): string {
    if (Math.abs(timeMs) > 8.64e15) {
      return bare(String(timeMs)).text;
    }
    this.#dates ??= new Intl.DateTimeFormat(this.#locale, {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      ...(this.#timeZone === undefined ? undefined : { timeZone: this.#timeZone }),
    });
    return this.#dates.format(timeMs);
  }
}

/** A unit that is scaled. */
export type LadderUnit = Extract<UnitDefinition, { kind: 'ladder' }>;

/** Returns the place of the largest rung that is not larger than a value in base units; for 0 that of the unit itself. */
export function rungIndex(value: number, { rungs, inFactor }: LadderUnit): number {
  const size = value === 0 ? inFactor : Math.abs(value);
  const above = rungs.findIndex((rung) => rung.factor > size * (1 + 1e-12));
  return above < 0 ? rungs.length - 1 : Math.max(0, above - 1);
}

function bare(text: string): FormattedValue {
  return { text, prefix: '', number: text, suffix: '' };
}

// A no-break space, so that a number is never parted from its unit.
function withSuffix(number: string, suffix: string, isTight = false): FormattedValue {
  return suffix === ''
    ? bare(number)
    : { text: `${number}${isTight ? '' : '\u00a0'}${suffix}`, prefix: '', number, suffix };
}

function withPrefix(prefix: string, number: string): FormattedValue {
  return { text: `${prefix}${number}`, prefix, number, suffix: '' };
}

function clampDigits(decimals: number): number {
  return Math.min(20, Math.max(0, Math.trunc(decimals)));
}

function fraction(value: number, decimals: number | undefined): Intl.NumberFormatOptions {
  if (decimals !== undefined) {
    return { minimumFractionDigits: clampDigits(decimals), maximumFractionDigits: clampDigits(decimals) };
  }
  const size = Math.abs(value);
  if (size === 0 || size >= 1) {
    return { maximumFractionDigits: size >= 100 ? 1 : 2 };
  }
  // Three digits that count, below 1: 0.00123.
  return { maximumFractionDigits: Math.min(20, 2 - Math.floor(Math.log10(size))) };
}

function currencyFraction(value: number, decimals: number | undefined): Intl.NumberFormatOptions {
  if (decimals === undefined && (Math.abs(value) >= 0.01 || value === 0)) {
    return {};
  }
  return decimals === undefined
    ? { ...fraction(value, undefined), minimumFractionDigits: 2 }
    : fraction(value, decimals);
}

/** Returns the size of a value as it is written: rounded to its digits. */
function rounded(value: number, decimals: number | undefined): number {
  const scale = 10 ** (fraction(value, decimals).maximumFractionDigits ?? 0);
  return Math.round(Math.abs(value) * scale) / scale;
}

/** Returns 0 for what would be written as a zero with a sign. */
function withoutNegativeZero(value: number, digits = Number.POSITIVE_INFINITY): number {
  return Math.abs(value) < 0.5 * 10 ** -digits || value === 0 ? 0 : value;
}
