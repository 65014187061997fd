import { createMemoryBackend } from '@glasspane/adapters/memory';
import { describeAdapter } from '@glasspane/adapters/testkit';

describeAdapter({
  name: 'the memory adapter',
  async create() {
    const backend = createMemoryBackend();
    return {
      backend,
      async load(series, metadata) {
        for (const metric of metadata) await backend.sink.define(metric);
        await backend.sink.record(
          series.flatMap(({ labels, samples }) => samples.map(([timeMs, value]) => ({ labels, timeMs, value }))),
        );
      },
      loadLogs: async (entries) => backend.logs.append(entries),
      close: async () => undefined,
    };
  },
});
