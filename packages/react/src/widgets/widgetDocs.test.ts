import { readdirSync, readFileSync } from 'node:fs';
import { parseWidget } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { builtInWidgets } from '../widget/builtInWidgets.ts';
import { parseOptions } from '../widget/parseOptions.ts';

const folder = new URL('../../../../docs/widgets/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe.each(pages)('docs/widgets/%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json) as unknown);
  const widgets = examples.filter((example) => typeof example === 'object' && example !== null && 'layout' in example);

  it('has examples that work', () => {
    expect(widgets.length).toBeGreaterThan(0);
    for (const example of widgets) {
      const widget = parseWidget(example);
      const definition = builtInWidgets.find(({ type }) => type === widget.type);
      expect(definition, widget.type).toBeDefined();
      if (definition !== undefined)
        expect(parseOptions(definition.schema, widget.options)).toMatchObject({ status: 'valid' });
    }
  });

  it('shows pictures that exist', () => {
    const pictures = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    for (const path of pictures) expect(readFileSync(new URL(path, folder)).length).toBeGreaterThan(1000);
  });
});
