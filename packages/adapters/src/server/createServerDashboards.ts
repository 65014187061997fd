import { type DashboardStore, parseDashboard, type StoredDashboard } from '@glasspane/core';
import * as z from 'zod/mini';
import { parseData, readData, type ServerApi, segment } from './ServerApi.ts';

const storedSchema = z.object({ dashboard: z.unknown(), revision: z.int(), updatedMs: z.number() });

/** The dashboards that the server keeps. */
export function createServerDashboards(api: ServerApi): DashboardStore {
  return {
    async list(signal) {
      const data = await api.ask({ method: 'GET', path: 'dashboards' }, signal);
      return parseData(z.array(z.unknown()), 'list of dashboards', data).map(parseStored);
    },
    async get(id, signal) {
      return parseStored(await api.ask({ method: 'GET', path: `dashboards/${segment(id)}` }, signal));
    },
    async create(dashboard, signal) {
      return parseStored(await api.ask({ method: 'POST', path: 'dashboards', json: dashboard }, signal));
    },
    async update(dashboard, revision, signal) {
      const path = `dashboards/${segment(dashboard.id)}`;
      const headers = { 'if-match': `"${revision}"` };
      return parseStored(await api.ask({ method: 'PUT', path, json: dashboard, headers }, signal));
    },
    async delete(id, signal) {
      await api.ask({ method: 'DELETE', path: `dashboards/${segment(id)}` }, signal);
    },
  };
}

function parseStored(data: unknown): StoredDashboard {
  const { dashboard, revision, updatedMs } = parseData(storedSchema, 'stored dashboard', data);
  return { dashboard: readData('stored dashboard', () => parseDashboard(dashboard)), revision, updatedMs };
}
