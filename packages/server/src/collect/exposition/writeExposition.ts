import type { ExposedSample, MetricFamily } from './Exposition.ts';

/**
 * Writes families in the Prometheus text format, version 0.0.4.
 *
 * Names beyond the classic alphabet are written in quotes, which only readers of Prometheus 3's time understand.
 */
export function writeExposition(families: readonly MetricFamily[]): string {
  return families.map(writeFamily).join('');
}

function writeFamily({ name, help, type, samples }: MetricFamily): string {
  const quotedName = isClassicName(name) ? name : `"${escapeValue(name)}"`;
  const helpLine = help === undefined ? '' : `# HELP ${quotedName} ${escapeHelp(help)}\n`;
  // The format has no word for what only OpenMetrics knows.
  const typeWord = type === 'info' || type === 'stateset' ? 'gauge' : type === 'unknown' ? 'untyped' : type;
  return `${helpLine}# TYPE ${quotedName} ${typeWord}\n${samples.map(writeSample).join('')}`;
}

function writeSample({ labels, value, timeMs }: ExposedSample): string {
  const { __name__: name = '', ...others } = labels;
  const parts = Object.entries(others).map(([label, text]) => {
    const quotedLabel = isClassicLabel(label) ? label : `"${escapeValue(label)}"`;
    return `${quotedLabel}="${escapeValue(text)}"`;
  });
  const isClassic = isClassicName(name);
  if (!isClassic) parts.unshift(`"${escapeValue(name)}"`);
  const braces = parts.length === 0 ? '' : `{${parts.join(',')}}`;
  const time = timeMs === undefined ? '' : ` ${timeMs}`;
  return `${isClassic ? name : ''}${braces} ${formatValue(value)}${time}\n`;
}

/** Writes a number as the format wants it: `+Inf`, `-Inf`, `NaN`, or decimal. */
export function formatValue(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

function isClassicName(name: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

function isClassicLabel(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeValue(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
