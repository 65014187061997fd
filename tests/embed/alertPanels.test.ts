import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

it('every example of the page about alert panels is in the file that is compiled', async () => {
  const code = await readFile(path.join(root, 'examples/embed/AlertPanels.tsx'), 'utf8');
  const page = await readFile(path.join(root, 'docs/alert-panels.md'), 'utf8');
  const examples = [...page.matchAll(/```tsx\n(.*?)```/gs)].map(([, example]) => example);
  expect(examples).toHaveLength(7);
  for (const example of examples) expect(code).toContain(example);
});
