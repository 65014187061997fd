import { expect, it } from 'vitest';
import { shortenRemarks } from './shortenRemarks.ts';

const remarks = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `remark ${index}`);

it('keeps ten remarks', () => {
  expect(shortenRemarks(remarks(10), 'info')).toEqual(remarks(10));
});

it('counts the others', () => {
  expect(shortenRemarks(remarks(13), 'warning')).toEqual([...remarks(10), '3 more warning annotations omitted']);
});
