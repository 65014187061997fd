// Writes dist/styles.css: the stylesheet with everything it imports in one file, so that plain HTML can link to it.
import path from 'node:path';
import { build } from 'esbuild';

const inPackage = (file) => path.resolve(import.meta.dirname, '..', file);

await build({
  entryPoints: [inPackage('src/styles.css')],
  outfile: inPackage('dist/styles.css'),
  bundle: true,
  logLevel: 'warning',
});
