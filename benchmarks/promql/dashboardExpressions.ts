import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** Reads the queries of all dashboards below a folder, Grafana's and Perses's; none where there is no such folder. */
export function readDashboardExpressions(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const expressions = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\/.*\.(json|ya?ml)$/.test(name)) continue;
    collect(parse(readFileSync(path.join(folder, name), 'utf8')), expressions);
  }
  return [...expressions].map(fillInVariables);
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const isQuery = key === 'expr' || (key === 'query' && !('queryType' in value) && !('refId' in value));
    if (typeof part !== 'string') collect(part, into);
    else if (isQuery && part.trim() !== '') into.add(part);
  }
}

// In a string a variable may stay: it is text. A window needs a duration, and elsewhere a number does in most places.
const PLACES = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(\[[^\]"']*\$[^\]"']*\])|(\$\{[^}]*\}|\$\w+|\[\[\w+\]\])/g;

function fillInVariables(expression: string): string {
  return expression.replace(PLACES, (place, window?: string, variable?: string) => {
    if (window !== undefined) return window.includes(':') ? '[1h:5m]' : '[5m]';
    return variable === undefined ? place : '1';
  });
}
