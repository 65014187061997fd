// Writes dist/styles.css: src/styles.css with everything that it imports, as one file.
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

await build({
  entryPoints: [path.join(root, 'src/styles.css')],
  outfile: path.join(root, 'dist/styles.css'),
  bundle: true,
  logLevel: 'warning',
});
