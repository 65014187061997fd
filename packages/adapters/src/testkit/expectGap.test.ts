import { expect, it } from 'vitest';
import { expectGap } from './expectGap.ts';

it('a gap that is still there is no failure', async () => {
  await expect(expectGap('R5', () => Promise.reject(new Error('broken')))).resolves.toBeUndefined();
});

it('a gap that has closed is one', async () => {
  await expect(expectGap('R5', () => Promise.resolve())).rejects.toThrow('[R5] holds now: take it out of knownGaps.');
});
