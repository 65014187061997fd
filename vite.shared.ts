import { fileURLToPath } from 'node:url';

const src = (path: string): string => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));
const exact = (name: string, path: string): { find: RegExp; replacement: string } => ({
  find: new RegExp(`^${name}$`),
  replacement: src(path),
});

/** Lets tests, stories and benchmarks run on the packages' sources, so that none of them needs a build. */
export const alias = [
  exact('@glasspane/promql', 'promql/src/index.ts'),
  exact('@glasspane/promql/syntax', 'promql/src/syntax/index.ts'),
  exact('@glasspane/core', 'core/src/index.ts'),
  exact('@glasspane/core/chart', 'core/src/chart/index.ts'),
  exact('@glasspane/core/client', 'core/src/client/index.ts'),
  exact('@glasspane/core/content', 'core/src/content/index.ts'),
  exact('@glasspane/core/cost', 'core/src/cost/index.ts'),
  exact('@glasspane/core/logs', 'core/src/logs/index.ts'),
  exact('@glasspane/core/report', 'core/src/report/index.ts'),
  exact('@glasspane/core/transform', 'core/src/transform/index.ts'),
  exact('@glasspane/core/alerting', 'core/src/alerting/index.ts'),
  exact('@glasspane/adapters/alertmanager', 'adapters/src/alertmanager/index.ts'),
  exact('@glasspane/adapters/client', 'adapters/src/client/index.ts'),
  exact('@glasspane/adapters/memory', 'adapters/src/memory/index.ts'),
  exact('@glasspane/adapters/prometheus', 'adapters/src/prometheus/index.ts'),
  exact('@glasspane/adapters/server', 'adapters/src/server/index.ts'),
  exact('@glasspane/adapters/testkit', 'adapters/src/testkit/index.ts'),
  exact('@glasspane/react', 'react/src/index.ts'),
  exact('@glasspane/react/export', 'react/src/export/index.ts'),
  exact('@glasspane/react/styles.css', 'react/src/styles.css'),
  exact('glasspane-server', 'server/src/index.ts'),
];
