import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { removeStaleOutput } from './removeStaleOutput.mjs';

it('removes what was compiled from a source that is gone, and nothing else', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-stale-'));
  const write = (name: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), '');
  };
  const kept = [
    'dist/.tsbuildinfo',
    'dist/a/here.d.ts',
    'dist/a/here.js',
    'dist/a/here.js.map',
    'dist/styles.css',
    'dist/View.js',
  ];
  for (const name of [
    ...kept,
    'src/a/here.ts',
    'src/View.tsx',
    'dist/a/gone.js',
    'dist/a/gone.d.ts',
    'dist/a/gone.d.ts.map',
  ]) {
    write(name);
  }
  removeStaleOutput(folder);
  const left = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^dist\/.*\./.test(name));
  expect(left.sort()).toEqual(kept.sort());
  fs.rmSync(folder, { recursive: true });
});
