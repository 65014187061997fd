import * as z from 'zod/mini';
import { type Report, semanticCheck } from '../document/semanticChecks.ts';
import { textMatching } from '../document/textMatching.ts';
import { patternProblem } from '../format/matchPattern.ts';
import type { FieldOptions, Threshold, ValueMapping } from './FieldOptions.ts';

const colorSchema = textMatching(
  /^(?:good|warning|serious|critical|neutral|series-(?:[1-9]|10)|#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8}))$/,
  'must be good, warning, serious, critical, neutral, series-1 to series-10, or a hex colour such as #1f77b4',
);

/** The form of a {@link Threshold}. */
export const thresholdSchema: z.ZodMiniType<Threshold> = z.looseObject({
  value: z.optional(z.number()),
  color: colorSchema,
  label: z.optional(z.string()),
});

const mappingSchema: z.ZodMiniType<ValueMapping> = z
  .looseObject({
    value: z.optional(z.number()),
    from: z.optional(z.number()),
    to: z.optional(z.number()),
    pattern: z.optional(z.string()),
    special: z.optional(z.enum(['null', 'nan', 'null+nan', 'inf', 'empty'])),
    text: z.string(),
    color: z.optional(colorSchema),
  })
  .check(
    semanticCheck(({ value, from, to, pattern, special }, report) => {
      if ([value, from, to, pattern, special].every((one) => one === undefined)) {
        report([], 'needs a value, from or to, a pattern or special, to say which values it applies to');
      }
      reportPattern(pattern, ['pattern'], report);
    }),
  );

/** Reports a regular expression that is none, or that could take for ever. */
export function reportPattern(pattern: string | undefined, path: readonly PropertyKey[], report: Report): void {
  const problem = pattern === undefined ? undefined : patternProblem(pattern);
  if (problem !== undefined) report([...path], problem);
}

/** The form of {@link FieldOptions}. */
export const fieldOptionsSchema: z.ZodMiniType<FieldOptions> = z
  .looseObject({
    unit: z.optional(z.string()),
    decimals: z.optional(z.int().check(z.minimum(0), z.maximum(20))),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    displayName: z.optional(z.string()),
    thresholdsMode: z.optional(z.enum(['absolute', 'percent'])),
    color: z.optional(
      z.looseObject({
        by: z.enum(['series', 'fixed', 'thresholds', 'scale']),
        color: z.optional(colorSchema),
        scale: z.optional(z.string()),
      }),
    ),
    links: z.optional(
      z.array(z.looseObject({ title: z.string(), url: z.string(), isNewTab: z.optional(z.boolean()) })),
    ),
    thresholds: z.optional(z.array(thresholdSchema).check(semanticCheck(checkThresholds))),
    mappings: z.optional(z.array(mappingSchema)),
    noValue: z.optional(z.string()),
  })
  .check(
    semanticCheck(({ min, max }, report) => {
      if (min !== undefined && max !== undefined && min >= max)
        report(['max'], `must be greater than min (${min}), found ${max}`);
    }),
  );

function checkThresholds(thresholds: readonly Threshold[], report: Report): void {
  thresholds.forEach(({ value }, index) => {
    const previous = thresholds[index - 1]?.value;
    if (value === undefined && index > 0) report([index], 'has no value, which only the first threshold may lack');
    if (value !== undefined && previous !== undefined && value <= previous) {
      report([index, 'value'], `must be greater than the one before it (${previous}), found ${value}`);
    }
  });
}
