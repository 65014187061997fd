import type { FieldOptions, ValueFormatter } from '@glasspane/core';
import { type ColorToken, tokenColor } from '../../theme/colorTokens.ts';

/** How a value has changed since an earlier time. */
export interface SeriesDelta {
  /** What is seen: `↑ 12%`. */
  readonly text: string;
  /** Since when: `vs 1 day earlier`. */
  readonly since: string;
  /** What is read aloud: `up 12% from 1 day earlier, when it was 30 req/s`. */
  readonly words: string;
  /** A CSS colour. */
  readonly color: string;
}

/** What a change is made of. */
export interface DeltaInput {
  /** Left out: there is none. */
  readonly value: number | undefined;
  readonly earlier: number | undefined;
  /** How much earlier, in words: `1 day`. */
  readonly span: string;
  readonly field: FieldOptions | undefined;
  /** Which change is good news. */
  readonly good: 'up' | 'down' | 'none';
}

/** Less than this is no change that anybody can see. */
const SAME = 0.0005;

/** Returns the change of a value since an earlier time; without a number on both sides it says so. */
export function seriesDelta(input: DeltaInput, formatter: ValueFormatter): SeriesDelta {
  const { value, earlier, field } = input;
  const since = `vs ${input.span} earlier`;
  const muted = tokenColor('text-muted');
  if (!isNumber(value) || !isNumber(earlier)) {
    return { text: '–', since, words: `no change is known from ${input.span} earlier`, color: muted };
  }
  const change = value - earlier;
  const was = `from ${input.span} earlier, when it was ${formatter.format(earlier, field).text}`;
  // There is no percentage of nothing: the difference itself is shown.
  const ratio = Math.abs(change / earlier);
  if (change === 0 || ratio < SAME) return { text: '→ 0%', since, words: `unchanged ${was}`, color: muted };
  const size = Number.isFinite(ratio)
    ? formatter.format(ratio, { unit: 'percentunit', decimals: ratio < 0.0995 ? 1 : 0 }).text
    : formatter.format(Math.abs(change), field).text;
  const direction = change > 0 ? 'up' : 'down';
  return {
    text: `${change > 0 ? '↑' : '↓'} ${size}`,
    since,
    words: `${direction} ${size} ${was}`,
    color: tokenColor(deltaColor(direction, input.good)),
  };
}

function deltaColor(direction: 'up' | 'down', good: DeltaInput['good']): ColorToken {
  if (good === 'none') return 'text-muted';
  return direction === good ? 'good' : 'critical';
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}
