import { type AnnotationSource, GlasspaneError, type LogSource } from '@glasspane/core';
import type { ServerContext } from '../parts/ServerPart.ts';
import { boundMetrics } from './boundMetrics.ts';
import { createNodePlatform } from './createNodePlatform.ts';
import { RenderQueue } from './RenderQueue.ts';
import type { ReportRenderer, ReportRequest } from './ReportRenderer.ts';

const MAX_WAITING = 8;
const MAX_WIDGETS = 200;
// A minute or more of drawing would be a minute without scrapes, alerts and answers.
const MAX_VALUES = 600_000;
const TIME_LIMIT_MS = 120_000;

/** What a renderer stands on. */
export interface ReportRendererOptions extends Pick<ServerContext, 'metrics' | 'clock' | 'closing'> {
  readonly logs: LogSource;
  readonly annotations?: AnnotationSource | undefined;
}

/** Makes the renderer of a server: over its own metrics and logs, one file after another. */
export function createReportRenderer(options: ReportRendererOptions): ReportRenderer {
  const { metrics, logs, annotations, clock, closing } = options;
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
            backend: { id: 'server', metrics: boundMetrics(metrics, MAX_VALUES), logs, annotations },
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
