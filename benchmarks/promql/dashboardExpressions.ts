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
  const isPerses = 'kind' in value && /^Prometheus\w+Query$/.test(String(value.kind));
  const query = isPerses && 'spec' in value ? textIn(value.spec, 'query') : textIn(value, 'expr');
  if (query !== undefined) into.add(query);
  for (const part of Object.values(value)) collect(part, into);
}

function textIn(value: unknown, key: string): string | undefined {
  const text =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : '';
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

const VARIABLE = /\$\{[^}]*\}|\$\w+|\[\[\w+\]\]/g;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/;
const WINDOW = /(?<window>\[[^\]"']*\$[^\]"']*\])/;
const LABELS = /(?<labels>\b(?:by|without|on|ignoring)\s*\([^)]*\)|\$\w+(?=\s*[=!][=~]?\s*["'`]))/;
const PLACES = new RegExp([STRING, WINDOW, LABELS, VARIABLE].map(({ source }) => source).join('|'), 'gi');

// In a string a variable may stay: it is text. Elsewhere than in a window and in a list of labels a number mostly fits.
function fillInVariables(expression: string): string {
  return expression.replace(PLACES, (place, window?: string, labels?: string) => {
    if (window !== undefined) return window.includes(':') ? '[1h:5m]' : '[5m]';
    if (labels !== undefined) return labels.replace(VARIABLE, 'label');
    return /^["'`]/.test(place) ? place : '1';
  });
}
