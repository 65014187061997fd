import type { ExpositionFormat } from '../collect/exposition/parseExposition.ts';

const EOF_LINE = /^# EOF$/m;
const OPENMETRICS_ONLY = /^# (?:UNIT .*|TYPE \S+ (?:info|stateset|gaugehistogram|unknown))$/m;
const PROMETHEUS_ONLY = /^#\s+TYPE\s+\S+\s+untyped\s*$/m;
const COUNTER = /^# TYPE (\S+) counter$/gm;
const LAST_NUMBER = /^[^#\n].*[ \t](-?\d+(?:\.\d+)?)[ \t]*$/gm;
// As seconds the year 5138, as milliseconds 1973.
const MIN_MILLISECONDS = 1e11;
const LOOKED_AT = 100;

/**
 * Tells in which of the text formats a file is: what only one of them has decides, and if there is nothing, whether its
 * times can be milliseconds.
 *
 * @param head - The beginning of the text.
 * @param tail - The end of it, where that is known.
 */
export function detectFormat(head: string, tail = ''): ExpositionFormat {
  if (EOF_LINE.test(head) || EOF_LINE.test(tail) || OPENMETRICS_ONLY.test(head)) return 'openmetrics';
  if (PROMETHEUS_ONLY.test(head)) return 'prometheus';
  for (const [, name = ''] of head.matchAll(COUNTER)) {
    if (name.endsWith('_total')) return 'prometheus';
    if (head.includes(`\n${name}_total`)) return 'openmetrics';
  }
  return looksLikeSeconds(head) ? 'openmetrics' : 'prometheus';
}

function looksLikeSeconds(head: string): boolean {
  let times = 0;
  let seconds = 0;
  for (const [line, time = ''] of head.matchAll(LAST_NUMBER)) {
    // A single number is a value without a time.
    if (!/[\s}]\S+\s+\S+$/.test(line.replace(/^[^{]*\{.*\}/, '} ').trimEnd())) continue;
    times += 1;
    if (time.includes('.') || Math.abs(Number(time)) < MIN_MILLISECONDS) seconds += 1;
    if (times === LOOKED_AT) break;
  }
  return times > 0 && seconds > times / 2;
}
