import * as z from 'zod/mini';
import { alertRuleSchema } from '../alerting/parseAlertRule.ts';
import { annotationSchema } from '../annotation/parseAnnotation.ts';
import { dashboardSchema } from '../dashboard/dashboardSchema.ts';
import { thresholdSchema } from '../dashboard/fieldOptionsSchema.ts';
import { widgetSchema } from '../dashboard/widgetSchema.ts';
import { metricDescriptorSchema } from '../metric/parseMetricDescriptor.ts';
import { querySchema } from '../query/querySchema.ts';
import { reportScheduleSchema } from '../report/parseReportSchedule.ts';
import { timeRangeSchema } from '../timeRange/timeRangeSchema.ts';
import { kinds } from '../transform/kinds.ts';
import { variableSchema } from '../variables/variableSchema.ts';

const transformationSchema: z.ZodMiniType = z.union(Object.values(kinds).map(({ schema }) => schema));

const documents: Readonly<Record<string, readonly [title: string, schema: z.ZodMiniType]>> = {
  dashboard: ['Glasspane dashboard', dashboardSchema],
  widget: ['Glasspane widget', widgetSchema],
  query: ['Glasspane query', querySchema],
  variable: ['Glasspane variable', variableSchema],
  timeRange: ['Glasspane time range', timeRangeSchema],
  threshold: ['Glasspane threshold', thresholdSchema],
  metric: ['Glasspane metric descriptor', metricDescriptorSchema],
  annotation: ['Glasspane annotation', annotationSchema],
  transformation: ['Glasspane transformation', transformationSchema],
  alertRule: ['Glasspane alert rule', alertRuleSchema],
  reportSchedule: ['Glasspane report schedule', reportScheduleSchema],
};

/**
 * Returns the JSON Schema of every document by file name. They tell the form of a document; what a value may be beside
 * its form (ids that differ, thresholds that ascend) is known to the parsers only.
 */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const files = Object.entries(documents).map(([name, [title, schema]]) => {
    const fileName = `${name}.schema.json`;
    const { $schema, ...form } = z.toJSONSchema(schema, { io: 'input' });
    return [fileName, { $schema, $id: `urn:glasspane:schema:${name}`, title, ...form }] as const;
  });
  return new Map(files);
}
