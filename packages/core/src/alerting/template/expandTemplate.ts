import type { Labels } from '@glasspane/promql/syntax';
import { parseTemplate } from './parseTemplate.ts';
import type { TemplateRegex } from './TemplateEnvironment.ts';
import { TemplateError } from './TemplateError.ts';
import type { Template } from './TemplateNode.ts';
import { TemplateRun } from './TemplateRun.ts';
import { type TemplateSample, type TemplateStruct, type TemplateValue, toTemplateMap } from './TemplateValue.ts';
import { UnansweredQuery } from './UnansweredQuery.ts';

/**
 * What the templates of a rule are filled in with.
 *
 * @public
 */
export interface AlertTemplateData {
  /** The labels of the series, its name included where it has one: `$labels`, `.Labels`. */
  readonly labels: Labels;
  /** `$value`, `.Value`. */
  readonly value: number;
  /** `$externalLabels`, `.ExternalLabels`. */
  readonly externalLabels?: Labels | undefined;
  /** `$externalURL`, `.ExternalURL`. */
  readonly externalUrl?: string | undefined;
  /** The time of the evaluation, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Left out: the functions `match` and `reReplaceAll` are errors. */
  readonly regex?: TemplateRegex | undefined;
  /** Answers the function `query`, at the time of the evaluation. Left out: it is an error. */
  readonly query?: ((expr: string) => Promise<readonly TemplateSample[]>) | undefined;
}

// Enough for any text that people read; each is asked once.
const MAX_QUERIES = 20;

/**
 * Fills in a template of a rule.
 *
 * It ends: at most 64 Ki characters, 50,000 steps, 20 queries.
 *
 * @throws {@link TemplateError} When it is no template, or cannot be filled in.
 * @public
 */
export async function expandTemplate(template: string | Template, data: AlertTemplateData): Promise<string> {
  const parsed = typeof template === 'string' ? parseTemplate(template) : template;
  const answers = new Map<string, readonly TemplateSample[]>();
  for (;;) {
    try {
      return runTemplate(parsed, data, answers);
    } catch (error) {
      if (!(error instanceof UnansweredQuery) || data.query === undefined) throw error;
      if (answers.size >= MAX_QUERIES) throw new TemplateError(`the template asks more than ${MAX_QUERIES} queries`);
      answers.set(error.expr, await answerOf(data.query, error.expr));
    }
  }
}

async function answerOf(
  query: (expr: string) => Promise<readonly TemplateSample[]>,
  expr: string,
): Promise<readonly TemplateSample[]> {
  try {
    return await query(expr);
  } catch (error) {
    throw new TemplateError(`error calling query: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function runTemplate(
  template: Template,
  data: AlertTemplateData,
  answers: ReadonlyMap<string, readonly TemplateSample[]>,
): string {
  const root = rootOf(data);
  const environment = {
    nowMs: data.nowMs,
    externalUrl: data.externalUrl ?? '',
    regex: data.regex,
    query:
      data.query === undefined ? undefined : (expr: string) => answers.get(expr) ?? raise(new UnansweredQuery(expr)),
  };
  const field = (name: string): TemplateValue => root.fields.get(name) ?? null;
  const run = new TemplateRun(template, environment, [
    ['', root],
    ['labels', field('Labels')],
    ['externalLabels', field('ExternalLabels')],
    ['externalURL', field('ExternalURL')],
    ['value', field('Value')],
  ]);
  return run.run(root);
}

function rootOf({ labels, value, externalLabels = {}, externalUrl = '' }: AlertTemplateData): TemplateStruct {
  return {
    kind: 'struct',
    fields: new Map<string, TemplateValue>([
      ['Labels', toTemplateMap(labels)],
      ['ExternalLabels', toTemplateMap(externalLabels)],
      ['ExternalURL', externalUrl],
      ['Value', value],
    ]),
  };
}

function raise(error: Error): never {
  throw error;
}
