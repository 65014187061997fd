import { createServerBackend } from '@glasspane/adapters/server';
import { type AdapterInstance, describeAdapter } from '@glasspane/adapters/testkit';
import { pushLogs } from '../support/lokiPush.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';

async function createInstance(): Promise<AdapterInstance> {
  const server = await startGlasspaneServer();
  return {
    backend: createServerBackend({ url: server.url }),
    load: (series, metadata) => remoteWrite(`${server.url}/api/v1/write`, { series, metadata }),
    loadLogs: (entries) => pushLogs(server.url, entries),
    close: server.stop,
  };
}

describeAdapter({ name: 'the server adapter over glasspane-server', create: createInstance });
