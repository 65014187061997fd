import { writeFile } from 'node:fs/promises';
import { MonitoringClient } from '@glasspane/adapters/client';
import { quickstart } from './quickstart.ts';

const client = new MonitoringClient({
  apiKey: process.env.GLASSPANE_API_KEY,
  url: process.env.GLASSPANE_URL ?? 'http://127.0.0.1:4401',
});
await writeFile('system-overview.pdf', await quickstart(client));
await client.close();
console.log('The dashboard is in system-overview.pdf.');
