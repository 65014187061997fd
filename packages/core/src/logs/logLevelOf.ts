import type { LogEntry } from './LogEntry.ts';

/**
 * How grave a log line is.
 *
 * @public
 */
export type LogSeverity = 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'trace';

const LABELS: readonly string[] = ['level', 'severity', 'severity_text', 'detected_level', 'lvl', 'loglevel'];

const WORDS: ReadonlyMap<string, LogSeverity> = /* @__PURE__ */ new Map<string, LogSeverity>([
  ...['critical', 'crit', 'fatal', 'emerg', 'emergency', 'alert', 'panic'].map((word) => [word, 'critical'] as const),
  ...['error', 'err', 'eror'].map((word) => [word, 'error'] as const),
  ...['warning', 'warn'].map((word) => [word, 'warning'] as const),
  ...['info', 'information', 'informational', 'notice'].map((word) => [word, 'info'] as const),
  ...['debug', 'dbug'].map((word) => [word, 'debug'] as const),
  ...['trace', 'verbose'].map((word) => [word, 'trace'] as const),
]);

/** The level stands near the beginning of a line, or not at all. */
const SEARCHED_LENGTH = 400;
const IN_LINE = /(?:^|[\s{,])"?(?:level|lvl|severity)"?[=:]\s?"?([a-zA-Z]{3,13})/;

/**
 * Returns how grave a line is, by its labels, else by a `level=…` or `"level":"…"` in it; `undefined` where neither tells.
 *
 * @public
 */
export function logLevelOf({ labels, line }: Pick<LogEntry, 'labels' | 'line'>): LogSeverity | undefined {
  for (const name of LABELS) {
    const severity = Object.hasOwn(labels, name) ? severityOf(labels[name] ?? '') : undefined;
    if (severity !== undefined) return severity;
  }
  return severityOf(IN_LINE.exec(line.slice(0, SEARCHED_LENGTH))?.[1] ?? '');
}

// OpenTelemetry has WARN2, ERROR3 and the like.
const severityOf = (word: string): LogSeverity | undefined => WORDS.get(word.toLowerCase().replace(/\d$/, ''));
