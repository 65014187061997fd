import { createDashboardStore } from '../dashboards/createDashboardStore.ts';
import { sendFailure } from '../http/jsonRoute.ts';
import { readJson } from '../http/readJson.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { contentDisposition } from './contentDisposition.ts';
import type { ReportRenderer } from './ReportRenderer.ts';
import { readExportBody } from './readExportBody.ts';

const MAX_BYTES = 64 * 1024;

/** Makes the part that answers with files of the dashboards that the server keeps. */
export function createExportPart(
  { documents, clock, log }: Pick<ServerContext, 'documents' | 'clock' | 'log'>,
  renderer: ReportRenderer,
): ServerPart {
  const store = createDashboardStore(documents);
  return {
    routes(app) {
      app.post('/api/v1/dashboards/:id/export', async (c) => {
        try {
          const request = readExportBody(await readJson(c, { maxBytes: MAX_BYTES }), clock.now());
          const { dashboard } = await store.get(c.req.param('id'));
          const file = await renderer.render({ ...request, dashboard, signal: c.req.raw.signal });
          return new Response(new Uint8Array(file.bytes), {
            headers: {
              'content-type': file.contentType,
              'content-disposition': contentDisposition(file.fileName),
              'cache-control': 'no-store',
              'x-content-type-options': 'nosniff',
            },
          });
        } catch (error) {
          return sendFailure(c, error, log);
        }
      });
    },
  };
}
