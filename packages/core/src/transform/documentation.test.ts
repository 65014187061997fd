import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Field } from '../frame/Frame.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { applyTransformations } from './applyTransformations.ts';
import { fieldNames } from './columns/fieldNames.ts';
import { kinds } from './kinds.ts';
import { parseTransformations } from './parseTransformations.ts';
import type { TransformResult } from './TransformResult.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../../../docs/transformations.md'), 'utf8');

const minute = 60_000;
const series = (name: string, host: string, cells: readonly (number | undefined)[]) =>
  numberField({ __name__: name, host }, cells);

/** The results that the page's examples begin with. */
const results: readonly TransformResult[] = [
  {
    refId: 'A',
    legend: '{{host}}',
    frame: rangeFrame(
      [0, minute, 2 * minute],
      [series('requests', 'a', [10, 20, 30]), series('requests', 'b', [5, undefined, 15])],
    ),
  },
  {
    refId: 'B',
    legend: 'errors {{host}}',
    frame: rangeFrame(
      [0, minute, 2 * minute],
      [series('errors', 'a', [1, 2, 3]), series('errors', 'b', [0, undefined, 3])],
    ),
  },
];

function writeCell(field: Field, row: number): string {
  if (field.kind === 'time') return `10:0${Math.round((field.values[row] ?? 0) / minute)}`;
  if (field.kind === 'series')
    return field.values[row] === undefined ? '' : `${field.values[row]?.times.length} points`;
  if (field.kind === 'number' && field.gaps?.[row] === 1) return '';
  return String(field.values[row]);
}

function writeTable(result: TransformResult): string {
  const { fields, length } = result.frame;
  const line = (cells: readonly string[]): string =>
    `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |').replaceAll('|  |', '| |');
  const rows = Array.from({ length }, (_, row) => line(fields.map((field) => writeCell(field, row))));
  return [line(fieldNames(result)), `|${'---|'.repeat(fields.length)}`, ...rows].join('\n');
}

const examples = [...page.matchAll(/```json\n(\[[\s\S]*?)\n```\n\n((?:\|.*\n(?:\n(?=\|))?)+)/g)].map(
  ([, json = '', table = '']) => [JSON.parse(json) as unknown, table.trim()] as const,
);

it('has an example of every kind', () => {
  const shown = examples.flatMap(([steps]) => parseTransformations(steps).map(({ type }) => type));
  expect(new Set(shown)).toEqual(new Set(Object.keys(kinds)));
});

it('begins with the results that it says', () => {
  for (const result of results) expect(page).toContain(writeTable(result));
});

it.each(examples)('tells what comes out of %j', (steps, table) => {
  expect(
    applyTransformations(results, parseTransformations(steps), { locale: 'en' }).map(writeTable).join('\n\n'),
  ).toBe(table);
});
