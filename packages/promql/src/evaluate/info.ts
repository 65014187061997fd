import { createMatcherPredicate } from '../source/compileMatchers.ts';
import type { Call } from '../syntax/ast.ts';
import type { Evaluation } from './Evaluation.ts';
import { GroupIds } from './GroupIds.ts';
import { type GroupedSeries, groupSeries } from './groupSeries.ts';
import { identifyingLabels, infoMatchers } from './infoSelector.ts';
import type { LabelSet } from './LabelSet.ts';
import { mergeSeries } from './mergeSeries.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { evaluateVector, type Scope } from './Scope.ts';
import { selectVector } from './selectVector.ts';
import { isPresent, type Series, type VectorValue } from './values.ts';

/** The series that describe a target; their values are the times of their samples. */
interface InfoSeries {
  readonly ids: GroupIds;
  /** By the number of the target. */
  readonly groups: readonly GroupedSeries[];
}

async function groupInfos(evaluation: Evaluation, series: readonly Series[]): Promise<InfoSeries> {
  const ids = new GroupIds({ names: identifyingLabels, isWithout: false });
  return { ids, groups: await groupSeries(evaluation, series, ids) };
}

/** Returns the newest series of each info metric at a step. */
function newestAt(candidates: readonly Series[], step: number): readonly Series[] {
  if (candidates.length === 1) return candidates.filter((candidate) => isPresent(candidate, step));
  const newest = new Map<string, Series>();
  for (const candidate of candidates) {
    if (!isPresent(candidate, step)) continue;
    const name = candidate.labels.get('__name__');
    const known = newest.get(name);
    const [time, knownTime] = [candidate.values[step] as number, known?.values[step] ?? Number.NEGATIVE_INFINITY];
    if (known !== undefined && time === knownTime) {
      failExecution(`found duplicate series for info metric: ${known.labels} and ${candidate.labels}`);
    }
    if (time > knownTime) newest.set(name, candidate);
  }
  return [...newest.values()];
}

/** Returns the labels of a series together with those of the info series. Its own come first. */
function enrich(labels: LabelSet, infos: readonly Series[], wanted: ReadonlySet<string>): LabelSet {
  const added = new Map<string, string>();
  for (const info of infos) {
    info.labels.names.forEach((name, index) => {
      const isData =
        name !== '__name__' && !identifyingLabels.includes(name) && (wanted.size === 0 || wanted.has(name));
      if (!isData || labels.get(name) !== '') return;
      const value = info.labels.values[index] ?? '';
      if ((added.get(name) ?? value) !== value) failExecution(`conflicting label: ${name}`);
      added.set(name, value);
    });
  }
  return added.size === 0 ? labels : labels.with(added);
}

interface Enrichment {
  readonly infos: InfoSeries;
  readonly wanted: ReadonlySet<string>;
  /** Whether a series without any info series stays as it is; else it goes. */
  readonly keepsPlain: boolean;
}

interface Enriched extends Series {
  readonly present: Uint8Array;
}

const isSame = (a: readonly Series[] | undefined, b: readonly Series[]): boolean =>
  a !== undefined && a.length === b.length && a.every((series, index) => series === b[index]);

/** Returns the series under all the labels that it has over time. */
async function enrichSeries(
  evaluation: Evaluation,
  series: Series,
  { infos, wanted, keepsPlain }: Enrichment,
): Promise<readonly Series[]> {
  const candidates = infos.groups[infos.ids.find(series.labels)]?.members ?? [];
  if (candidates.length === 0) return keepsPlain ? [series] : [];
  const results = new Map<string, Enriched>();
  const count = series.values.length;
  const resultFor = (labels: LabelSet): Enriched => {
    const result = results.get(labels.key) ?? {
      ...{ labels, isNameDropped: series.isNameDropped },
      ...{ values: new Float64Array(count).fill(Number.NaN), present: new Uint8Array(count) },
    };
    results.set(labels.key, result);
    return result;
  };
  let known: readonly Series[] | undefined;
  let result: Enriched | undefined;
  for (let step = 0; step < count; step += 1) {
    const pause = evaluation.tick(candidates.length * 20 + 5);
    if (pause !== undefined) await pause;
    if (!isPresent(series, step)) continue;
    const newest = newestAt(candidates, step);
    if (newest.length === 0 && !keepsPlain) continue;
    if (result === undefined || !isSame(known, newest)) result = resultFor(enrich(series.labels, newest, wanted));
    known = newest;
    result.values[step] = series.values[step] as number;
    result.present[step] = 1;
  }
  return [...results.values()];
}

/** Evaluates `info`: adds the labels of the series that describe the same target. */
export async function callInfo(scope: Scope, call: Call): Promise<VectorValue> {
  const { evaluation, grid } = scope;
  const base = await evaluateVector(scope, call.args[0]);
  const selector = evaluation.infoSelectors.get(call) ?? failExecution('info() was not planned');
  const infos = await groupInfos(evaluation, (await selectVector(selector, scope, 'time')).series);
  const { names, data } = infoMatchers(call);
  const nameTests = names.map(createMatcherPredicate);
  const enrichment: Enrichment = {
    infos,
    wanted: new Set(data.map(({ name }) => name)),
    keepsPlain: data.map(createMatcherPredicate).every((isMatch) => isMatch('')),
  };
  const series: Series[] = [];
  for (const one of base.series) {
    const name = one.labels.get('__name__');
    // A series that is an info series itself is not described by others.
    if (nameTests.every((isMatch) => isMatch(name))) series.push(one);
    else series.push(...(await enrichSeries(evaluation, one, enrichment)));
    const pause = evaluation.tick(grid.count);
    if (pause !== undefined) await pause;
  }
  return { type: 'vector', series: await mergeSeries(evaluation, series) };
}
