import * as z from 'zod/mini';
import { parseWith } from '../document/parseWith.ts';
import { textMatching } from '../document/textMatching.ts';
import type { MetricDescriptor } from './MetricDescriptor.ts';

const labelName = textMatching(
  /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/,
  'must be letters, digits and _, and begin neither with a digit nor with __',
);

/** The form of a {@link MetricDescriptor}. */
export const metricDescriptorSchema: z.ZodMiniType<MetricDescriptor> = z.looseObject({
  name: textMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'must be letters, digits, _ and :, and not begin with a digit'),
  type: z.enum(['counter', 'gauge', 'histogram', 'summary', 'info', 'stateset', 'unknown']),
  unit: z.optional(z.string()),
  help: z.optional(z.string()),
  labels: z.optional(z.array(labelName)),
});

/**
 * Returns a metric descriptor from a parsed JSON document.
 *
 * @throws {@link InvalidDocumentError} When it is none.
 * @public
 */
export function parseMetricDescriptor(input: unknown): MetricDescriptor {
  return parseWith(metricDescriptorSchema, 'metric', input);
}
