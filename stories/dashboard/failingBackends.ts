import { type Backend, type ErrorCode, forwardSource, GlasspaneError, type MetricSource } from '@glasspane/core';
import { sampleBackend } from '../sampleBackend.ts';

function backendOf(id: string, ask: MetricSource['queryRange']): Backend {
  const metrics = forwardSource(sampleBackend.metrics, {
    queryRange: ask,
    queryInstant: ({ expr, timeMs }, signal) => ask({ expr, startMs: timeMs, endMs: timeMs, stepMs: 1 }, signal),
  });
  return { id, metrics };
}

/** A backend that never answers. */
export const silentBackend: Backend = backendOf('silent', () => new Promise(() => {}));

/** A backend without any series. */
export const emptyBackend: Backend = backendOf('empty', async () => ({
  frame: { length: 0, fields: [{ kind: 'time', name: 'time', values: new Float64Array() }] },
  notices: [],
}));

/** A backend that answers, and has something to say about it. */
export const warningBackend: Backend = backendOf('warning', async (request, signal) => ({
  ...(await sampleBackend.metrics.queryRange(request, signal)),
  notices: [
    {
      severity: 'warning',
      message: 'Only the first 100 of 2,417 series are shown. Filter by a label to see the others.',
    },
  ],
}));

/** A backend that fails in one way, always. */
export function failingBackend(code: ErrorCode, message: string): Backend {
  return backendOf(`failing-${code}`, async () => {
    throw new GlasspaneError(code, message);
  });
}

/** A backend that answers at first, and then cannot be reached any more. */
export function vanishingBackend(answers: number): Backend {
  let asked = 0;
  return backendOf(`vanishing-${answers}`, async (request, signal) => {
    asked += 1;
    if (asked > answers) throw new GlasspaneError('unreachable', 'No answer from https://metrics.example.');
    return sampleBackend.metrics.queryRange(request, signal);
  });
}
