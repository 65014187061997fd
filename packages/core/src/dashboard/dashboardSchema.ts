import * as z from 'zod/mini';
import { reportDuplicates, semanticCheck } from '../document/semanticChecks.ts';
import { timeRangeSchema } from '../timeRange/timeRangeSchema.ts';
import { variablesSchema } from '../variables/variableSchema.ts';
import type { Dashboard } from './Dashboard.ts';
import { DASHBOARD_SCHEMA_VERSION } from './migrateDashboard.ts';
import { widgetSchema } from './widgetSchema.ts';

/** The form of a {@link Dashboard} of the present version. */
export const dashboardSchema: z.ZodMiniType<Dashboard> = z.looseObject({
  schemaVersion: z.literal(DASHBOARD_SCHEMA_VERSION),
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  timeRange: timeRangeSchema,
  refreshIntervalMs: z.optional(z.number().check(z.minimum(0))),
  variables: z.optional(variablesSchema),
  widgets: z.array(widgetSchema).check(
    semanticCheck((widgets, report) => {
      const ids = widgets.map(({ id }) => id);
      reportDuplicates(ids, (index) => [index, 'id'], report);
    }),
  ),
});
