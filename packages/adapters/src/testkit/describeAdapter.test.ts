import type { Backend } from '@glasspane/core';
import { GlasspaneError } from '@glasspane/core';
import { printSelector } from '@glasspane/promql/syntax';
import { createMemoryBackend } from '../memory/createMemoryBackend.ts';
import { describeAdapter } from './describeAdapter.ts';

/** A backend that speaks JSON instead of PromQL, keeps no NaN, and only reads. */
function overJson({ id, metrics }: Backend): Backend {
  const translate = (expr: string): string => {
    try {
      return printSelector(JSON.parse(expr));
    } catch (cause) {
      throw new GlasspaneError('bad_query', `The query is no JSON: ${expr}`, { cause });
    }
  };
  const { subscribe: _, ...asking } = metrics;
  return {
    id,
    metrics: {
      ...asking,
      language: 'json',
      queryInstant: async (request, signal) =>
        metrics.queryInstant({ ...request, expr: translate(request.expr) }, signal),
      queryRange: async (request, signal) => metrics.queryRange({ ...request, expr: translate(request.expr) }, signal),
    },
  };
}

describeAdapter({
  name: 'an adapter with a language of its own, without optional capabilities, and with known gaps',
  async create() {
    const memory = createMemoryBackend();
    return {
      backend: overJson(memory),
      async load(series, metadata) {
        for (const metric of metadata) await memory.sink.define(metric);
        memory.store.append(
          series.flatMap(({ labels, samples }) =>
            samples.filter(([, value]) => !Number.isNaN(value)).map(([timeMs, value]) => ({ labels, timeMs, value })),
          ),
        );
      },
      close: async () => undefined,
    };
  },
  language: { select: (matchers) => JSON.stringify(matchers), invalid: '{' },
  knownGaps: { V2: 'it keeps no NaN', V4: 'it keeps no NaN' },
});
