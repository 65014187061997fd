import { type Labels, parseDurationMs, parseSelector, unquoteString } from '@glasspane/promql/syntax';
import { type Point, parsePointNumber, parsePoints, parseStartOffsets } from './parsePoints.ts';

/** A series to load. */
export interface LoadedSeries {
  readonly labels: Labels;
  readonly points: readonly Point[];
  /** Start timestamps as offsets from the points' times; one a point. */
  readonly startOffsets?: readonly (number | undefined)[] | undefined;
}

/** A series or scalar that a case wants. */
export interface ExpectedSeries {
  readonly labels: Labels;
  readonly points: readonly Point[];
}

/** What a case wants beside or instead of series. */
export interface Expectation {
  readonly kind: 'fail' | 'warn' | 'info' | 'no_warn' | 'no_info' | 'ordered';
  readonly message?: string | undefined;
  readonly pattern?: string | undefined;
}

/** One case. */
export interface EvalCommand {
  readonly type: 'eval';
  /** The line of the command in its file, from 1. */
  readonly line: number;
  readonly query: string;
  readonly startMs: number;
  readonly endMs: number;
  /** `undefined` for an instant query. */
  readonly stepMs: number | undefined;
  readonly expectations: readonly Expectation[];
  readonly series: readonly ExpectedSeries[];
  readonly scalar?: number | undefined;
  readonly string?: string | undefined;
  /** An instant query that gives a range vector: where its points lie. */
  readonly matrix?: { readonly startMs: number; readonly endMs: number; readonly stepMs: number } | undefined;
  /** Whether it speaks of native histograms. */
  readonly isNative: boolean;
}

export type Command =
  | { readonly type: 'clear' }
  | { readonly type: 'load'; readonly intervalMs: number; readonly series: readonly LoadedSeries[] }
  | EvalCommand;

interface Line {
  readonly text: string;
  readonly number: number;
}

const duration = (text: string): number => {
  const ms = parseDurationMs(text);
  if (ms === undefined) throw new Error(`${text} is no duration`);
  return ms;
};

/** Splits a line into its series and what follows. */
function splitSeries(line: string): readonly [series: string, rest: string] {
  const match = /^[A-Za-z_:][\w:]*/.exec(line);
  let at = match?.[0].length ?? 0;
  if (line[at] === '{') {
    let quote = '';
    for (; at < line.length; at += 1) {
      const character = line[at] ?? '';
      if (quote !== '') {
        if (character === '\\' && quote !== '`') at += 1;
        else if (character === quote) quote = '';
      } else if ('"\'`'.includes(character)) quote = character;
      else if (character === '}') break;
    }
    at += 1;
  }
  return [line.slice(0, at), line.slice(at)];
}

function parseLabels(series: string): Labels {
  return Object.fromEntries(parseSelector(series).map(({ name, value }) => [name, value]));
}

function parseLoad(interval: string, lines: readonly Line[]): Command {
  const series = new Map<string, LoadedSeries>();
  let startOffsets: (number | undefined)[] | undefined;
  for (const { text } of lines) {
    const [name, rest] = splitSeries(text);
    if (rest.startsWith('@st')) {
      startOffsets = parseStartOffsets(rest.slice(3));
      continue;
    }
    const labels = parseLabels(name);
    // A line of native histograms is left out: no case on floats touches it.
    if (!rest.includes('{{')) {
      series.set(JSON.stringify(Object.entries(labels).sort()), { labels, points: parsePoints(rest), startOffsets });
    }
    startOffsets = undefined;
  }
  return { type: 'load', intervalMs: duration(interval), series: [...series.values()] };
}

function parseExpectation(text: string): Expectation | undefined {
  const match = /^expect\s+(fail|warn|info|no_warn|no_info|ordered)\b\s*(?:(msg|regex):\s*(.*))?$/.exec(text);
  if (match !== null) {
    const [, kind, how, what] = match;
    return { kind: kind as Expectation['kind'], ...(how === 'msg' ? { message: what } : { pattern: what }) };
  }
  const older = /^expected_fail_(message|regexp)\s+(.*)$/.exec(text);
  if (older === null) return undefined;
  return older[1] === 'message' ? { kind: 'fail', message: older[2] } : { kind: 'fail', pattern: older[2] };
}

function parseExpected(
  lines: readonly Line[],
): Omit<EvalCommand, 'type' | 'line' | 'query' | 'startMs' | 'endMs' | 'stepMs'> {
  const expectations: Expectation[] = [];
  const series: ExpectedSeries[] = [];
  let scalar: number | undefined;
  let string: string | undefined;
  let matrix: EvalCommand['matrix'];
  let isNative = false;
  for (const { text } of lines) {
    const expectation = parseExpectation(text);
    const range = /^expect range vector from (\S+) to (\S+) step (\S+)$/.exec(text);
    const quoted = /^expect string (.*)$/.exec(text);
    if (expectation !== undefined) expectations.push(expectation);
    else if (range !== null) {
      const [startMs = 0, endMs = 0, stepMs = 0] = range.slice(1).map(duration);
      matrix = { startMs, endMs, stepMs };
    } else if (quoted !== null) string = unquoteString(quoted[1] ?? '');
    else if (text.includes('{{')) isNative = true;
    else if (/^[+-]?(?:[\d.]|inf|nan)\S*$/i.test(text))
      scalar = /^0x/i.test(text) ? Number(text) : parsePointNumber(text);
    else {
      const [name, rest] = splitSeries(text);
      series.push({ labels: parseLabels(name), points: parsePoints(rest) });
    }
  }
  return { expectations, series, scalar, string, matrix, isNative };
}

function parseEval(head: Line, lines: readonly Line[]): EvalCommand {
  const instant = /^eval(_\w+)?\s+instant\s+(?:at\s+)?(\S+)\s+(.*)$/i.exec(head.text);
  const range = /^eval(_\w+)?\s+range\s+from\s+(\S+)\s+to\s+(\S+)\s+step\s+(\S+)\s+(.*)$/i.exec(head.text);
  const [, flag, from, to, step, query] = range ?? [
    undefined,
    instant?.[1],
    instant?.[2],
    instant?.[2],
    undefined,
    instant?.[3],
  ];
  if (from === undefined || to === undefined || query === undefined) throw new Error(`cannot read: ${head.text}`);
  const expected = parseExpected(lines);
  const flagged = flag === undefined ? [] : [{ kind: flag.slice(1) as Expectation['kind'] }];
  return {
    type: 'eval',
    line: head.number,
    query,
    startMs: duration(from),
    endMs: duration(to),
    stepMs: step === undefined ? undefined : duration(step),
    ...expected,
    expectations: [...flagged, ...expected.expectations],
  };
}

/** Returns the commands of a file in the format of Prometheus's PromQL tests. */
export function parseTestFile(content: string): readonly Command[] {
  const blocks: Line[][] = [[]];
  content.split('\n').forEach((raw, index) => {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) blocks.push([]);
    else blocks.at(-1)?.push({ text, number: index + 1 });
    // It is one line, whatever follows.
    if (text.toLowerCase() === 'clear') blocks.push([]);
  });
  return blocks.flatMap((block): Command[] => {
    const [head, ...lines] = block;
    if (head === undefined) return [];
    const [word = '', interval = ''] = head.text.split(/\s+/);
    if (word.toLowerCase() === 'clear') return [{ type: 'clear' }];
    if (/^load/i.test(word)) return [parseLoad(interval, lines)];
    return [parseEval(head, lines)];
  });
}
