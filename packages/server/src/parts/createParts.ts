import { createAlertmanagerPart } from '../alertmanager/createAlertmanagerPart.ts';
import { createAnnotationStore } from '../annotations/createAnnotationStore.ts';
import { createAnnotationsPart } from '../annotations/createAnnotationsPart.ts';
import { createDashboardStore } from '../dashboards/createDashboardStore.ts';
import { createDashboardsPart } from '../dashboards/createDashboardsPart.ts';
import { createExportPart } from '../export/createExportPart.ts';
import { createReportRenderer } from '../export/createReportRenderer.ts';
import { createIncidentsPart } from '../incidents/createIncidentsPart.ts';
import { createKeysPart } from '../keys/createKeysPart.ts';
import { createLogsPart } from '../logs/createLogsPart.ts';
import { createOtlpPart } from '../otlp/createOtlpPart.ts';
import { createRecordPart } from '../record/createRecordPart.ts';
import { createReportsPart } from '../reports/createReportsPart.ts';
import { createRulesPart } from '../rules/createRulesPart.ts';
import type { ServerContext, ServerPart } from './ServerPart.ts';

/** Makes the parts of the server that come with it, and connects those that need each other. */
export function createParts(context: ServerContext): readonly ServerPart[] {
  const logs = createLogsPart(context);
  const annotations = createAnnotationStore(context.documents);
  const renderer = createReportRenderer({ ...context, logs: logs.source, annotations });
  const alertmanager = createAlertmanagerPart(context);
  return [
    alertmanager,
    createRulesPart(context, alertmanager),
    createIncidentsPart({ engine: alertmanager.engine, log: context.log }),
    logs,
    createKeysPart(context),
    createAnnotationsPart({ annotations, log: context.log }),
    createDashboardsPart(context),
    createExportPart(context, renderer),
    createRecordPart(context),
    createReportsPart(context, {
      dashboards: createDashboardStore(context.documents),
      renderer,
      mailer: alertmanager.mailer,
      dashboardUrl: context.config.reports.dashboardUrl,
    }),
    createOtlpPart(context),
  ];
}
