import type { SampleStore } from '../store/SampleStore.ts';
import { ApiError } from './ApiError.ts';
import type { ApiHandler } from './ApiHandler.ts';
import { parseGoInt } from './goNumbers.ts';
import type { RequestForm } from './RequestForm.ts';

/** Makes the handler of `/metadata`: what is known of the metrics. */
export function createMetadataHandler(store: Pick<SampleStore, 'metadata'>): ApiHandler {
  return ({ form }) => {
    const limit = readCount(form, 'limit') ?? -1;
    // We know one descriptor a metric, so the limit of descriptors a metric never cuts; it is checked as Prometheus does.
    readCount(form, 'limit_per_metric');
    const metric = form.get('metric');
    const known = store.metadata().filter(({ name }) => metric === '' || name === metric);
    const shown = limit >= 0 ? known.slice(0, limit) : known;
    const entries = shown.map(({ name, type, help = '', unit = '' }) => [name, [{ type, help, unit }]]);
    return { json: JSON.stringify(Object.fromEntries(entries)) };
  };
}

function readCount(form: RequestForm, name: string): number | undefined {
  const text = form.get(name);
  if (text === '') return undefined;
  try {
    return parseGoInt(text);
  } catch {
    throw new ApiError('bad_data', `${name} must be a number`);
  }
}

/** Makes the handler of `/status/buildinfo`, by which clients find out what the server can do. */
export function createBuildInfoHandler(serverVersion: string): ApiHandler {
  const json = JSON.stringify({
    // Grafana switches features on and off by this number: it is the Prometheus whose API this is.
    version: '3.0.0',
    revision: `glasspane-server-${serverVersion}`,
    branch: '',
    buildUser: '',
    buildDate: '',
    goVersion: '',
    application: 'Glasspane',
  });
  return () => ({ json });
}
