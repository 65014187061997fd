// Writes the published JSON Schema files from the built package: `npx tsc -b packages/core && node packages/core/scripts/writeSchemas.mjs`.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchemas } from '../dist/document/jsonSchemas.js';

const directory = path.join(import.meta.dirname, '../schema');
await mkdir(directory, { recursive: true });
for (const [fileName, schema] of jsonSchemas()) {
  await writeFile(path.join(directory, fileName), `${JSON.stringify(schema, undefined, 2)}\n`);
}
