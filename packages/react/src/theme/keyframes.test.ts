import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../styles/', import.meta.url);

/** What browsers animate beside the page; anything else costs the page a style pass for each frame, for as long as it runs. */
const cheap = new Set(['opacity', 'transform', 'translate', 'scale', 'rotate']);

it('keyframes move only what costs the page nothing', () => {
  const css = readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const keyframes = [...css.matchAll(/@keyframes ([\w-]+) \{((?:[^{}]*\{[^{}]*\})*)\s*\}/g)];
  expect(keyframes.length).toBe(css.split('@keyframes').length - 1);
  const costly = keyframes.flatMap(([, name, steps = '']) =>
    [...steps.matchAll(/([\w-]+):/g)].flatMap(([, property = '']) =>
      cheap.has(property) ? [] : [`${name}: ${property}`],
    ),
  );
  expect(costly).toEqual([]);
});
