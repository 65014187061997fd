import { expect, it } from 'vitest';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { askedRange, withoutOffset } from './queryWindow.ts';

const shown = { startMs: 1000, endMs: 5000 };
const query = { refId: 'A', expr: 'up' };

it('asks about the range that is shown, an earlier one, or the last part of it', () => {
  expect(askedRange(shown, query)).toEqual(shown);
  expect(askedRange(shown, { ...query, offsetMs: 600 })).toEqual({ startMs: 400, endMs: 4400 });
  expect(askedRange(shown, { ...query, rangeMs: 500 })).toEqual({ startMs: 4500, endMs: 5000 });
  expect(askedRange(shown, { ...query, rangeMs: 500, offsetMs: 600 })).toEqual({ startMs: 3900, endMs: 4400 });
});

it('shows an earlier result at the present moments', () => {
  const frame = rangeFrame([400, 1400], [numberField({ a: 'x' }, [1, 2])]);
  expect(withoutOffset(frame, 600).fields[0]?.values).toEqual(new Float64Array([1000, 2000]));
  expect(withoutOffset(frame)).toBe(frame);
});
