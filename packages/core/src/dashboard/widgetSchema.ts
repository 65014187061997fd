import * as z from 'zod/mini';
import { reportDuplicates, semanticCheck } from '../document/semanticChecks.ts';
import { querySchema } from '../query/querySchema.ts';
import { timeRangeSchema } from '../timeRange/timeRangeSchema.ts';
import { fieldOptionsSchema } from './fieldOptionsSchema.ts';
import { fieldOverrideSchema } from './fieldOverrideSchema.ts';
import type { Widget, WidgetLayout } from './Widget.ts';

const columns = 24;

const layoutSchema: z.ZodMiniType<WidgetLayout> = z
  .looseObject({
    x: z.int().check(z.minimum(0), z.maximum(columns - 1)),
    y: z.int().check(z.minimum(0)),
    w: z.int().check(z.minimum(1), z.maximum(columns)),
    h: z.int().check(z.minimum(1)),
  })
  .check(
    semanticCheck(({ x, w }, report) => {
      if (x < columns && x + w > columns)
        report(['w'], `reaches beyond the ${columns} columns: x is ${x}, so at most ${columns - x} fit, found ${w}`);
    }),
  );

/** The form of a {@link Widget}. */
export const widgetSchema: z.ZodMiniType<Widget> = z.looseObject({
  id: z.string().check(z.minLength(1)),
  type: z.string().check(z.minLength(1)),
  title: z.string(),
  description: z.optional(z.string()),
  layout: layoutSchema,
  queries: z.array(querySchema).check(
    semanticCheck((queries, report) => {
      const refIds = queries.map(({ refId }) => refId);
      reportDuplicates(refIds, (index) => [index, 'refId'], report);
    }),
  ),
  field: z.optional(fieldOptionsSchema),
  overrides: z.optional(z.array(fieldOverrideSchema)),
  transformations: z.optional(z.array(z.looseObject({ type: z.string() }))),
  options: z.optional(z.record(z.string(), z.unknown())),
  timeRange: z.optional(timeRangeSchema),
});
