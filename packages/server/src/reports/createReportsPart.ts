import { parseReportSchedule, type ReportRetries } from '@glasspane/core/report';
import { checkId, withNewId, withPathId } from '../http/documentId.ts';
import { type JsonHandler, jsonRoute } from '../http/jsonRoute.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { createReportStore } from './createReportStore.ts';
import { ReportDocuments } from './ReportDocuments.ts';
import { ReportQueue } from './ReportQueue.ts';
import { ReportScheduler } from './ReportScheduler.ts';
import { ReportSender, type ReportSenderOptions } from './ReportSender.ts';

/** What reports stand on besides the server. */
export interface ReportsPartOptions extends ReportSenderOptions {
  readonly retries?: ReportRetries | undefined;
}

const PATH = '/api/v1/reports';

/** Makes the part that keeps report schedules and sends what is due. */
export function createReportsPart(
  { documents, clock, log }: Pick<ServerContext, 'documents' | 'clock' | 'log'>,
  options: ReportsPartOptions,
): ServerPart {
  const reports = new ReportDocuments(documents);
  const sender = new ReportSender(options);
  const queue = new ReportQueue({ reports, sender, clock, log, retries: options.retries });
  const scheduler = new ReportScheduler({ reports, queue, clock, log });
  const store = createReportStore({ reports, scheduler, queue, sender, clock });
  const route = (handler: JsonHandler) => jsonRoute(handler, { log });
  return {
    instruments: [queue.attempts],
    start: () => scheduler.start(),
    stop: () => scheduler.stop(),
    routes(app) {
      app.get(
        PATH,
        route(async () => ({ data: await store.list() })),
      );
      app.post(
        PATH,
        route(async ({ body }) => {
          const schedule = parseReportSchedule(withNewId(body));
          checkId(schedule.id);
          const data = await store.create(schedule);
          return { data, status: 201, headers: { location: `${PATH}/${schedule.id}` } };
        }),
      );
      app.get(
        `${PATH}/:id`,
        route(async ({ param }) => ({ data: await store.get(param('id')) })),
      );
      app.put(
        `${PATH}/:id`,
        route(async ({ body, param }) => ({
          data: await store.update(parseReportSchedule(withPathId(body, param('id')))),
        })),
      );
      app.delete(
        `${PATH}/:id`,
        route(async ({ param }) => {
          await store.delete(param('id'));
          return { status: 204 };
        }),
      );
      app.get(
        `${PATH}/:id/runs`,
        route(async ({ param }) => ({ data: await store.runs(param('id')) })),
      );
      app.post(
        `${PATH}/:id/send`,
        route(async ({ param }) => ({ data: await store.sendNow(param('id')), status: 202 })),
      );
    },
  };
}
