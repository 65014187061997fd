import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type UseLegendLayoutOptions, useLegendLayout } from './useLegendLayout.ts';

const options = (value: string, changes: Partial<UseLegendLayoutOptions> = {}): UseLegendLayoutOptions => ({
  placement: 'auto',
  items: ['received', 'sent'].map((name) => ({ key: name, name, color: '#4173e2', value })),
  width: 240,
  height: 240,
  ...changes,
});
const oneRow = { placement: 'below', size: 26 };
const twoRows = { placement: 'below', size: 48 };

it('keeps the room of the legend when its values become shorter, so that the plot does not jump', () => {
  const { result, rerender } = renderHook(useLegendLayout, { initialProps: options('0 B/s') });
  expect(result.current).toEqual(oneRow);
  rerender(options('97.73 kB/s'));
  expect(result.current).toEqual(twoRows);
  rerender(options('0 B/s'));
  expect(result.current).toEqual(twoRows);
});

it('works the room out anew for another width or other series', () => {
  const { result, rerender } = renderHook(useLegendLayout, { initialProps: options('97.73 kB/s') });
  rerender(options('0 B/s', { width: 241 }));
  expect(result.current).toEqual(oneRow);
  rerender(options('97.73 kB/s'));
  rerender(options('0 B/s', { items: options('0 B/s').items.slice(0, 1) }));
  expect(result.current).toEqual(oneRow);
});
