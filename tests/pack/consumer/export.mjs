import { createMemoryBackend, SeriesStore } from '@glasspane/adapters/memory';
import { parseDashboard } from '@glasspane/core';
import { exportDashboard } from '@glasspane/react/export';
import { createNodePlatform } from 'glasspane-server';

const store = new SeriesStore();
store.append([{ labels: { __name__: 'up' }, timeMs: Date.now(), value: 1 }]);
const dashboard = parseDashboard({
  schemaVersion: 1,
  id: 'overview',
  name: 'Overview',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [
    {
      id: 'up',
      type: 'timeSeries',
      title: 'Up',
      layout: { x: 0, y: 0, w: 24, h: 8 },
      queries: [{ refId: 'A', expr: 'up' }],
    },
  ],
});
const platform = createNodePlatform();
const backend = createMemoryBackend({ store });
for (const format of ['pdf', 'png', 'svg', 'csv']) {
  const { bytes } = await exportDashboard({ dashboard, backend, platform, format });
  console.log(
    format,
    new TextDecoder('ascii')
      .decode(bytes)
      .replace(/^\W+PNG/, 'PNG\n')
      .slice(0, 4)
      .trim(),
  );
}
