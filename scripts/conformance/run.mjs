// Runs main.ts on the package's sources: `node scripts/conformance/run.mjs [--native] [PATH…]`. No build is needed.
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const source = (file) => path.join(root, 'packages/promql/src', file);
const { outputFiles } = await build({
  entryPoints: [path.join(import.meta.dirname, 'main.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  alias: { '@glasspane/promql/syntax': source('syntax/index.ts'), '@glasspane/promql': source('index.ts') },
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { main } = await import(`data:text/javascript;base64,${code}`);
process.exitCode = await main(process.argv.slice(2), path.resolve(root, '../shared/promql/testdata'));
