import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const query = `
  const samples = {
    labels: { __name__: 'requests_total', job: 'api' },
    times: Float64Array.of(0, 15_000, 30_000, 45_000, 60_000),
    values: Float64Array.of(0, 30, 60, 90, 120),
  };
  const source = {
    select: ({ matchers }) => [samples].filter(({ labels }) => promql.compileMatchers(matchers)(labels)),
  };
  const range = { startMs: 30_000, endMs: 60_000, stepMs: 15_000 };
  promql
    .evaluateRange('sum by (job) (rate(requests_total{job=~"a.+"}[1m]))', range, source)
    .then(({ series }) => JSON.stringify(series.map(({ labels, values }) => [labels, [...values]])));
`;

it('evaluates a query where there is nothing but the language: no DOM, no Node', async () => {
  const entry = fileURLToPath(new URL('../../packages/promql/dist/index.js', import.meta.url));
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'promql',
    platform: 'neutral',
    outdir: 'unused',
  });
  const outside = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect(outside).toEqual([]);
  const realm = vm.createContext({});
  expect(vm.runInContext('typeof process + typeof document + typeof setTimeout + typeof URL', realm)).toBe(
    'undefined'.repeat(4),
  );
  vm.runInContext(outputFiles[0]?.text ?? '', realm);
  expect(JSON.parse(await vm.runInContext(query, realm))).toEqual([[{ job: 'api' }, [1, 1.5, expect.closeTo(2, 9)]]]);
});
