import { compileRegex } from '../regex/compileRegex.ts';
import type { Call } from '../syntax/ast.ts';
import { isValidName, quoteString } from '../syntax/strings.ts';
import type { LabelSet } from './LabelSet.ts';
import { mergeSeries } from './mergeSeries.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { evaluateString, evaluateVector, type Scope } from './Scope.ts';
import type { Series, VectorValue } from './values.ts';

interface Relabelling {
  readonly target: string;
  readonly valueFor: (labels: LabelSet) => string | undefined;
  /** How much work that is, where it is much. */
  readonly costOf?: (labels: LabelSet) => number;
}

/** Sets one label of each series; series that become equal must not overlap. */
async function relabel(scope: Scope, call: Call, { target, valueFor, costOf }: Relabelling): Promise<VectorValue> {
  const { series } = await evaluateVector(scope, call.args[0]);
  const relabelled: Series[] = [];
  for (const one of series) {
    const value = valueFor(one.labels);
    if (value === undefined) {
      relabelled.push(one);
    } else {
      const isNameDropped = target === '__name__' ? false : one.isNameDropped;
      relabelled.push({ ...one, labels: one.labels.with([[target, value]]), isNameDropped });
    }
    const pause = scope.evaluation.tick(1500 + (costOf?.(one.labels) ?? 0));
    if (pause !== undefined) await pause;
  }
  return { type: 'vector', series: await mergeSeries(scope.evaluation, relabelled) };
}

/** Returns a replacement with `$1`, `${1}`, `$name`, `${name}` and `$$` filled in as Go's regexp package does. */
function expand(template: string, groupOf: (name: string) => string): string {
  return template.replace(
    /\$(?:\$|([\p{L}\p{N}_]+)|\{([\p{L}\p{N}_]+)\})/gu,
    (whole, plain?: string, braced?: string) => (whole === '$$' ? '$' : groupOf(plain ?? braced ?? '')),
  );
}

/** Evaluates `label_replace`. */
export async function callLabelReplace(scope: Scope, call: Call): Promise<VectorValue> {
  const [target, template, source, pattern] = [
    await evaluateString(scope, call.args[1]),
    await evaluateString(scope, call.args[2]),
    await evaluateString(scope, call.args[3]),
    await evaluateString(scope, call.args[4]),
  ];
  const regex = compileRegex(pattern);
  if (regex instanceof Error) failExecution(`invalid regular expression in label_replace(): ${pattern}`);
  if (!isValidName(target)) failExecution(`invalid destination label name in label_replace(): ${target}`);
  const valueFor = (labels: LabelSet): string | undefined => {
    const groups = regex.match(labels.get(source));
    return groups === undefined ? undefined : expand(template, (name) => groups.get(name) ?? '');
  };
  // Each character may be met by as many places of the expression as that is long.
  const costOf = (labels: LabelSet): number => labels.get(source).length * pattern.length;
  return relabel(scope, call, { target, valueFor, costOf });
}

/** Evaluates `label_join`. */
export async function callLabelJoin(scope: Scope, call: Call): Promise<VectorValue> {
  const target = await evaluateString(scope, call.args[1]);
  const separator = await evaluateString(scope, call.args[2]);
  const sources: string[] = [];
  for (const argument of call.args.slice(3)) {
    const source = await evaluateString(scope, argument);
    if (!isValidName(source)) failExecution(`invalid source label name in label_join(): ${quoteString(source)}`);
    sources.push(source);
  }
  if (!isValidName(target)) failExecution(`invalid destination label name in label_join(): ${quoteString(target)}`);
  const valueFor = (labels: LabelSet): string => sources.map((source) => labels.get(source)).join(separator);
  return relabel(scope, call, { target, valueFor });
}
