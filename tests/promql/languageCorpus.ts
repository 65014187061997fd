import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');

/** Whether the queries that others wrote lie beside this repository. */
export const hasCorpus = fs.existsSync(path.join(SHARED, 'promql')) && fs.existsSync(path.join(SHARED, 'dashboards'));

const EVAL = /^\s*eval(?:_\w+)? (?:instant at \S+|range from \S+ to \S+ step \S+) (.*)$/i;

/** Returns the queries of Prometheus's test data, those of native histograms too. */
export function testDataQueries(): readonly string[] {
  const folder = path.join(SHARED, 'promql/testdata');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test'));
  const lines = files.flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'));
  return [...new Set(lines.flatMap((line) => EVAL.exec(line)?.[1] ?? []))];
}

/** Returns the expressions of the collected dashboards, with stand-ins for their variables. */
export function dashboardQueries(): readonly string[] {
  const found: string[] = [];
  for (const kind of ['grafana', 'perses']) {
    const folder = path.join(SHARED, 'dashboards', kind);
    for (const name of fs.readdirSync(folder)) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      collect(/\.ya?ml$/.test(name) ? parse(text) : JSON.parse(text), found);
    }
  }
  return [...new Set(found.map(fillVariables))].filter((query) => query.trim() !== '' && !isOtherLanguage(query));
}

// Perses has `query` in the specification of a plugin, and names no datasource that is not Prometheus's there.
function collect(value: unknown, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'expr' && typeof inner === 'string') found.push(inner);
    if (key === 'plugin' && isPersesQuery(inner)) found.push(inner.spec.query);
    collect(inner, found);
  }
}

function isPersesQuery(value: unknown): value is { readonly spec: { readonly query: string } } {
  const { kind, spec } = (value ?? {}) as { readonly kind?: unknown; readonly spec?: { readonly query?: unknown } };
  return kind === 'PrometheusTimeSeriesQuery' && typeof spec?.query === 'string';
}

/** Puts something harmless where a variable stands. */
function fillVariables(query: string): string {
  const dollars = query.replace(/\[\[(\w+)\]\]/g, '$$$1');
  return dollars.replace(/\$\{[\w.]+(?::\w+)?\}|\$[A-Za-z_]\w*/g, (variable, at: number) => {
    const [before, after] = [dollars.slice(0, at), dollars.slice(at + variable.length)];
    if (/_m?s\b/.test(variable)) return '60';
    if (/interval|range/.test(variable)) return /^[a-z]/.test(after) ? '5' : '5m';
    if (/[[:]\s*$|offset\s+-?$/.test(before)) return '5m';
    return /(?:topk|bottomk)\s*\($|[-+*/<>]\s*$/.test(before) ? '5' : 'v';
  });
}

// What stands among them and is no PromQL: pipelines of Loki; functions and habits of VictoriaMetrics, which lets `offset`
// follow anything and sets be made with numbers.
const OTHER_LANGUAGES = [
  /[}`] ?\|/,
  /topk_max\(/,
  /increases_over_time\(/,
  /\)\s+or\s+0\b/,
  /< 1\s*\) or 0/,
  /\)\s*offset/,
];

function isOtherLanguage(query: string): boolean {
  return OTHER_LANGUAGES.some((pattern) => pattern.test(query));
}
