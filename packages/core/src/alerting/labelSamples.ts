import type { Labels } from '@glasspane/promql/syntax';
import type { AlertingRule, RuleSample } from './Rule.ts';
import { type AlertTemplateData, expandTemplate } from './template/expandTemplate.ts';

/**
 * One series of what an alerting rule's expression gave, with the labels and annotations of its alert.
 *
 * @public
 */
export interface LabelledSample {
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * What fills in a rule's templates besides the series itself.
 *
 * @public
 */
export type LabelContext = Omit<AlertTemplateData, 'labels' | 'value'>;

/**
 * Fills in the templates of a rule for each series. One that cannot be filled in becomes the text
 * `<error expanding template: …>`, so that the alert is told nevertheless.
 *
 * @public
 */
export function labelSamples(
  rule: AlertingRule,
  samples: readonly RuleSample[],
  context: LabelContext,
): Promise<readonly LabelledSample[]> {
  return Promise.all(
    samples.map(async ({ labels, value }) => {
      const data = { ...context, labels, value };
      const { __name__: _, ...ofSeries } = labels;
      const own = await expandAll(rule.labels, data);
      return {
        labels: withoutEmpty({ ...ofSeries, ...own, alertname: rule.name }),
        annotations: await expandAll(rule.annotations, data),
        value,
      };
    }),
  );
}

async function expandAll(
  templates: Readonly<Record<string, string>>,
  data: AlertTemplateData,
): Promise<Readonly<Record<string, string>>> {
  const entries = Object.entries(templates).map(
    async ([name, template]) => [name, await expand(template, data)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function expand(template: string, data: AlertTemplateData): Promise<string> {
  // Most are plain texts.
  if (!template.includes('{{')) return template;
  try {
    return await expandTemplate(template, data);
  } catch (error) {
    return `<error expanding template: ${error instanceof Error ? error.message : String(error)}>`;
  }
}

function withoutEmpty(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}
