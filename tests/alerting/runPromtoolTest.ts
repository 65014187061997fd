import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createQuerySource, SeriesStore } from '@glasspane/adapters/memory';
import { type Labels, labelsKey } from '@glasspane/core';
import { formatNumber, parseDurationMs, parseSelector } from '@glasspane/promql/syntax';
import { parse } from 'yaml';
import type { DocumentStore } from '../../packages/server/src/documents/DocumentStore.ts';
import { createLogger } from '../../packages/server/src/log/createLogger.ts';
import { RuleRunner, type RuleWorld } from '../../packages/server/src/rules/RuleRunner.ts';
import { RuleStateStore } from '../../packages/server/src/rules/RuleStateStore.ts';
import { readRuleFiles } from '../../packages/server/src/rules/readRuleFiles.ts';
import { toRuleSamples } from '../../packages/server/src/rules/toRuleSamples.ts';
import { parsePoints } from '../../scripts/conformance/parsePoints.ts';

/** A file in the form of `promtool test rules`. */
interface PromtoolFile {
  readonly rule_files?: readonly string[];
  readonly evaluation_interval?: string;
  readonly group_eval_order?: readonly string[];
  readonly fuzzy_compare?: boolean;
  readonly tests?: readonly PromtoolTest[];
}

interface PromtoolTest {
  readonly name?: string;
  readonly interval?: string;
  readonly start_timestamp?: string | number;
  readonly external_labels?: Labels;
  readonly external_url?: string;
  readonly input_series?: readonly { readonly series: string; readonly values: string | number }[];
  readonly alert_rule_test?: readonly {
    readonly eval_time: string | number;
    readonly alertname: string;
    readonly exp_alerts?: readonly { readonly exp_labels?: Labels; readonly exp_annotations?: Labels }[];
  }[];
  readonly promql_expr_test?: readonly {
    readonly expr: string;
    readonly eval_time: string | number;
    readonly exp_samples?: readonly {
      readonly labels?: string;
      readonly value?: number;
      readonly histogram?: string;
    }[];
  }[];
}

// Some break them over lines that are not indented, which Go's parser takes and YAML does not.
const QUOTED_SERIES = /series: ('(?:[^']|'')*'|"(?:[^"\\]|\\.)*")/g;

const EMPTY_DOCUMENTS: DocumentStore = { get: () => undefined, list: () => [], apply: async () => [] };

function durationOf(text: string | number | undefined, fallbackMs: number): number {
  if (text === undefined) return fallbackMs;
  const ms = parseDurationMs(String(text));
  if (ms === undefined) throw new Error(`${text} is no duration`);
  return ms;
}

function startOf(text: string | number | undefined): number {
  if (text === undefined) return 0;
  return typeof text === 'number' ? text * 1000 : Date.parse(text);
}

function labelsOf(selector: string): Labels {
  return Object.fromEntries(parseSelector(selector).map(({ name, value }) => [name, value]));
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort();
}

function textsOf(labels: Labels = {}): Labels {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value ?? '')]));
}

/** Returns whether no other number lies between two. */
function areNeighbours(left: number, right: number): boolean {
  const [a = 0n, b = 0n] = new BigInt64Array(Float64Array.of(left, right).buffer);
  const distance = a - b;
  return distance >= -1n && distance <= 1n;
}

/** Runs a file of tests and returns what is not as it is expected, for people; nothing where all is. */
export async function runPromtoolFile(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  const parsed = parse(text.replace(QUOTED_SERIES, (quoted) => quoted.replace(/\s*\n\s*/g, ' '))) as PromtoolFile;
  const problems: string[] = [];
  for (const [index, test] of (parsed.tests ?? []).entries()) {
    const found = await new PromtoolRun(parsed, test, path.dirname(file)).run();
    problems.push(...found.map((problem) => `${test.name ?? `test ${index}`}: ${problem}`));
  }
  return problems;
}

/** One test: a store of its own, the rules over it, and a clock that goes in steps. */
class PromtoolRun {
  readonly #file: PromtoolFile;
  readonly #test: PromtoolTest;
  readonly #folder: string;
  readonly #intervalMs: number;
  readonly #startMs: number;
  readonly #store = new SeriesStore();
  readonly #metrics = createQuerySource(this.#store);
  readonly #problems: string[] = [];

  constructor(file: PromtoolFile, test: PromtoolTest, folder: string) {
    this.#file = file;
    this.#test = test;
    this.#folder = folder;
    this.#intervalMs = durationOf(file.evaluation_interval, 60_000);
    this.#startMs = startOf(test.start_timestamp);
  }

  async run(): Promise<readonly string[]> {
    const runners = await this.#runners();
    const pending = this.#inputSamples();
    const alertTests = [...(this.#test.alert_rule_test ?? [])];
    const times = [...alertTests, ...(this.#test.promql_expr_test ?? [])].map(({ eval_time }) =>
      durationOf(eval_time, 0),
    );
    const endMs = Math.max(0, ...times);
    let visible = 0;
    for (let offsetMs = 0; offsetMs <= endMs; offsetMs += this.#intervalMs) {
      const nowMs = this.#startMs + offsetMs;
      const from = visible;
      while (visible < pending.length && (pending[visible]?.timeMs ?? 0) <= nowMs) visible += 1;
      this.#store.append(pending.slice(from, visible));
      for (const runner of runners) {
        await runner.evaluate(nowMs, new AbortController().signal);
        const error = runner.last?.error;
        if (error !== undefined) return [`rule ${runner.running.rule.name} at ${offsetMs / 1000} s: ${error}`];
      }
      for (const test of alertTests) {
        const atMs = durationOf(test.eval_time, 0);
        if (atMs >= offsetMs && atMs < offsetMs + this.#intervalMs) this.#checkAlerts(runners, test);
      }
    }
    this.#store.append(pending.slice(visible));
    for (const test of this.#test.promql_expr_test ?? []) await this.#checkExpr(test);
    return this.#problems;
  }

  async #runners(): Promise<readonly RuleRunner[]> {
    const patterns = (this.#file.rule_files ?? []).map((name) => path.resolve(this.#folder, name));
    const order = this.#file.group_eval_order ?? [];
    const groups = [...(await readRuleFiles(patterns, this.#intervalMs))];
    groups.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    const world: RuleWorld = {
      metrics: this.#metrics,
      store: { append: async ({ samples }) => void this.#store.append(samples) },
      states: new RuleStateStore(EMPTY_DOCUMENTS),
      receiver: { post: async () => undefined },
      clock: { now: () => 0, setTimeout: () => () => undefined },
      log: createLogger('silent', () => undefined),
      externalUrl: () => this.#test.external_url ?? '',
      externalLabels: textsOf(this.#test.external_labels),
      stopwatch: () => 0,
    };
    return groups.flatMap((group) =>
      group.rules.map((rule, index) => new RuleRunner({ key: `${group.name}-${index}`, rule }, group, world)),
    );
  }

  #inputSamples() {
    const stepMs = durationOf(this.#test.interval, this.#intervalMs);
    const samples = (this.#test.input_series ?? []).flatMap(({ series, values }) => {
      const labels = labelsOf(series);
      return parsePoints(String(values)).flatMap((point, index) =>
        point === undefined
          ? []
          : [
              {
                labels,
                timeMs: this.#startMs + index * stepMs,
                value: point === 'stale' ? 0 : point,
                isStale: point === 'stale',
              },
            ],
      );
    });
    return samples.sort((a, b) => a.timeMs - b.timeMs);
  }

  #checkAlerts(runners: readonly RuleRunner[], test: NonNullable<PromtoolTest['alert_rule_test']>[number]): void {
    const got = runners
      .filter(({ running }) => running.rule.type === 'alerting' && running.rule.name === test.alertname)
      .flatMap(({ state }) => state.alerts.filter((alert) => alert.state === 'firing'))
      .map(({ labels, annotations }) => `${labelsKey(labels)} ${labelsKey(annotations)}`);
    const want = (test.exp_alerts ?? []).map(
      ({ exp_labels, exp_annotations }) =>
        `${labelsKey({ ...textsOf(exp_labels), alertname: test.alertname })} ${labelsKey(textsOf(exp_annotations))}`,
    );
    this.#compare(`${test.alertname} at ${test.eval_time}`, want, got);
  }

  async #checkExpr(test: NonNullable<PromtoolTest['promql_expr_test']>[number]): Promise<void> {
    const { expr, eval_time, exp_samples = [] } = test;
    const timeMs = this.#startMs + durationOf(eval_time, 0);
    const samples = toRuleSamples(await this.#metrics.queryInstant({ expr, timeMs }));
    const want = exp_samples.map(({ labels, value = 0, histogram }) => ({
      labels: labels === undefined ? {} : labelsOf(labels),
      value: histogram === undefined ? Number(value) : Number.NaN,
    }));
    const byLabels = new Map(want.map(({ labels, value }) => [labelsKey(labels), value]));
    const isFuzzy = this.#file.fuzzy_compare === true;
    const got = samples.map(({ labels, value }) => {
      const key = labelsKey(labels);
      const wanted = byLabels.get(key) ?? Number.NaN;
      return `${key} ${formatNumber(isFuzzy && areNeighbours(wanted, value) ? wanted : value)}`;
    });
    this.#compare(
      `${expr} at ${eval_time}`,
      want.map(({ labels, value }) => `${labelsKey(labels)} ${formatNumber(value)}`),
      got,
    );
  }

  #compare(what: string, want: readonly string[], got: readonly string[]): void {
    const [wanted, found] = [sorted(want).join('\n  '), sorted(got).join('\n  ')];
    if (wanted !== found) this.#problems.push(`${what}: expected\n  ${wanted}\nfound\n  ${found}`);
  }
}
