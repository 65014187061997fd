import { type Backend, GlasspaneError, type LogSource } from '@glasspane/core';
import type { ServerContext } from '../parts/ServerPart.ts';
import { createNodePlatform } from './createNodePlatform.ts';
import { RenderQueue } from './RenderQueue.ts';
import type { ReportRenderer, ReportRequest } from './ReportRenderer.ts';

const MAX_WAITING = 8;
const MAX_WIDGETS = 200;
const TIME_LIMIT_MS = 120_000;

/** What a renderer stands on. */
export interface ReportRendererOptions extends Pick<ServerContext, 'metrics' | 'clock' | 'closing'> {
  readonly logs: LogSource;
}

/** Makes the renderer of a server: over its own metrics and logs, one file after another. */
export function createReportRenderer({ metrics, logs, clock, closing }: ReportRendererOptions): ReportRenderer {
  const backend: Backend = { id: 'server', metrics, logs };
  const platform = createNodePlatform();
  const queue = new RenderQueue(MAX_WAITING);
  return {
    async render(request) {
      checkSize(request);
      const late = new AbortController();
      const cancelTimer = clock.setTimeout(() => late.abort(), TIME_LIMIT_MS);
      const signals = [late.signal, closing, ...(request.signal === undefined ? [] : [request.signal])];
      const signal = AbortSignal.any(signals);
      try {
        return await queue.run(async () => {
          // Drawing takes React and more along: a server that never exports does without.
          const { exportDashboard } = await import('@glasspane/react/export');
          const { dashboard, format, timeRange, variables, timeZone = 'UTC' } = request;
          const nowMs = clock.now();
          return exportDashboard({
            dashboard,
            format,
            backend,
            platform,
            timeRange,
            variables,
            timeZone,
            locale: 'en-GB',
            nowMs,
            signal,
          });
        }, signal);
      } catch (error) {
        if (late.signal.aborted) throw tookTooLong(error);
        throw error;
      } finally {
        cancelTimer();
      }
    },
  };
}

function checkSize({ dashboard }: ReportRequest): void {
  const count = dashboard.widgets.length;
  if (count <= MAX_WIDGETS) return;
  throw new GlasspaneError(
    'invalid',
    `A file has room for ${MAX_WIDGETS} widgets, and the dashboard has ${count}: divide it.`,
  );
}

function tookTooLong(cause: unknown): GlasspaneError {
  const message = `The export took longer than ${TIME_LIMIT_MS / 1000} s; choose a shorter time range or fewer widgets.`;
  return new GlasspaneError('timeout', message, { cause });
}
