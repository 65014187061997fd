import type { MonitoringClient } from '@glasspane/adapters/client';

/** Sets up the monitoring of a small product, and returns the picture of its dashboard as a PDF. */
export async function quickstart(client: MonitoringClient): Promise<Uint8Array> {
  const labels = ['environment', 'service'];
  await client.createMetric({ name: 'api_calls', type: 'gauge', description: 'Calls in the last minute.', labels });
  await client.createMetric({ name: 'error_rate', type: 'gauge', description: 'Share of calls that failed.', labels });

  // Recording never blocks and never throws: what goes wrong is told by flush(), close() and the option onError.
  const here = { environment: 'prod', service: 'api' };
  void client.recordMetric({ name: 'api_calls', value: 42, labels: here });
  void client.recordMetric({ name: 'error_rate', value: 0.08, labels: here });
  await client.flush();

  const dashboard = await client.createDashboard({ name: 'System Overview', description: 'Key system metrics' });
  await dashboard.addWidget({ type: 'line_chart', title: 'API Usage', metric: 'api_calls', timeRange: '24h' });

  await client.createAlertRule({
    name: 'high_error_rate',
    condition: 'error_rate > 0.05',
    duration: '5m',
    severity: 'critical',
    channels: ['email', 'slack'],
  });

  await dashboard.scheduleReport({ frequency: 'daily', format: 'pdf', recipients: ['team@example.com'] });
  const { bytes } = await dashboard.export({ format: 'pdf' });
  return bytes;
}
