import { createDashboardsPart } from '../dashboards/createDashboardsPart.ts';
import { createKeysPart } from '../keys/createKeysPart.ts';
import { createLogsPart } from '../logs/createLogsPart.ts';
import { createOtlpPart } from '../otlp/createOtlpPart.ts';
import { createRecordPart } from '../record/createRecordPart.ts';
import type { ServerContext, ServerPart } from './ServerPart.ts';

/** Makes the parts of the server that come with it, and connects those that need each other. */
export function createParts(context: ServerContext): readonly ServerPart[] {
  return [
    createLogsPart(context),
    createKeysPart(context),
    createDashboardsPart(context),
    createRecordPart(context),
    createOtlpPart(context),
  ];
}
