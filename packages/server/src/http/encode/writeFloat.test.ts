import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFloat } from '../formatFloat.ts';
import { MAX_FLOAT_BYTES, writeFloat } from './writeFloat.ts';

const bytes = Buffer.alloc(MAX_FLOAT_BYTES + 1);
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function written(value: number): string {
  bytes.fill('#');
  // Not at the beginning, as a value never is.
  return bytes.toString('latin1', 1, writeFloat(view, 1, value));
}

type Random = () => number;

/** Mulberry32: numbers from 0 to below 1. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function decimal(random: Random): number {
  return Math.round(random() * 10 ** below(random, 18)) / 10 ** below(random, 24);
}

function anyBits(random: Random): number {
  view.setUint32(0, random() * 2 ** 32);
  view.setUint32(4, random() * 2 ** 32);
  return view.getFloat64(0);
}

function neighbour(value: number, distance: number): number {
  view.setFloat64(0, value);
  view.setUint32(4, view.getUint32(4) + distance);
  return view.getFloat64(0);
}

describe('writeFloat', () => {
  it.each([
    0,
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    0.1,
    0.1 + 0.2,
    -0.5,
    5e-5,
    1e-6,
    9.5367431640625e-7,
    1.9073486328125e-6,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 31 + 0.5,
    1e15 + 0.5,
    2 ** 53 - 1,
    2 ** 53,
    1e21,
    123456789012345680000,
    4.35,
    2.5e-5,
    1234.5678,
    214748.3648,
  ])('writes %d as the formatter does', (value) => {
    expect(written(value)).toBe(formatFloat(value));
    expect(written(-value)).toBe(formatFloat(-value));
  });

  it('writes every power of two and of ten, and the numbers beside them, as the formatter does', () => {
    for (let exponent = -1074; exponent < 1024; exponent += 1) {
      for (const power of [2 ** exponent, 10 ** Math.trunc(exponent / 4), 5 ** Math.trunc(exponent / 4)]) {
        for (const value of [-1, 0, 1].map((distance) => neighbour(power, distance))) {
          expect(written(value)).toBe(formatFloat(value));
        }
      }
    }
  });

  it.each<readonly [string, (random: Random) => number]>([
    ['of any bits', anyBits],
    ['of the sizes that metrics have', (random) => (random() - 0.5) * 10 ** below(random, 16)],
    ['of few digits', decimal],
    ['next to those of few digits', (random) => neighbour(decimal(random), below(random, 7) - 3)],
    ['that are quotients', (random) => below(random, 1e6) / (1 + below(random, 1000))],
    ['that are whole', (random) => Math.round((random() - 0.5) * 10 ** below(random, 20))],
    ['that end in binary', (random) => below(random, 2 ** 20) * 2 ** -below(random, 40)],
  ])('writes random numbers %s as the formatter does', (_, next) => {
    const isFaithful = fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      for (let round = 0; round < 2000; round += 1) {
        const value = next(random);
        // expect() takes longer than all the rest.
        if (written(value) !== formatFloat(value)) expect(written(value)).toBe(formatFloat(value));
      }
    });
    fc.assert(isFaithful, { numRuns: Number(process.env.RUNS ?? 20) });
  });
});
