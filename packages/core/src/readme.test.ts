import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { dashboardDocument } from './testing/documents.ts';
import { fakeSource } from './testing/fakeSource.ts';
import { rangeFrame } from './testing/frames.ts';
import { watch } from './testing/readmeExample.ts';

const read = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

it('shows the example that is compiled here', () => {
  const [, shown] = /```ts\n(.*?)```/s.exec(read('../README.md')) ?? [];
  expect(shown).toBe(read('testing/readmeExample.ts'));
});

it('shows an example that works', async () => {
  const queryRange = () => Promise.resolve({ frame: rangeFrame([0, 1], []), notices: [] });
  const queryInstant = () => Promise.resolve({ frame: rangeFrame([2], []), notices: [] });
  const shown: string[] = [];
  const [widget] = dashboardDocument.widgets;
  const document = { ...dashboardDocument, widgets: [{ ...widget, queries: [{ refId: 'A', expr: 'up' }] }] };
  const stop = watch({ id: 'b', metrics: fakeSource({ queryRange, queryInstant }) }, document, (text) =>
    shown.push(text),
  );
  await vi.waitFor(() => expect(shown.at(-1)).toBe('3 steps'));
  stop();
});
