import { type Dashboard, type DashboardStore, GlasspaneError, type StoredDashboard } from '@glasspane/core';
import type { DocumentStore, StoredDocument } from '../documents/DocumentStore.ts';

const COLLECTION = 'dashboards';

/** Keeps dashboards among the server's documents. */
export function createDashboardStore(documents: DocumentStore): DashboardStore {
  function find(id: string): StoredDocument<Dashboard> {
    const document = documents.get<Dashboard>(COLLECTION, id);
    if (document !== undefined) return document;
    throw new GlasspaneError('not_found', `There is no dashboard with the id "${id}".`);
  }

  async function put(dashboard: Dashboard, ifRevision: number): Promise<StoredDashboard> {
    const { id } = dashboard;
    await documents.apply([{ collection: COLLECTION, id, value: dashboard, ifRevision }]);
    return toStored(find(id));
  }

  return {
    async list() {
      const all = documents.list<Dashboard>(COLLECTION).map(toStored);
      return all.sort((a, b) => a.dashboard.name.localeCompare(b.dashboard.name, 'en'));
    },
    get: async (id) => toStored(find(id)),
    create: (dashboard) => put(dashboard, 0),
    async update(dashboard, revision) {
      find(dashboard.id);
      return put(dashboard, revision);
    },
    async delete(id) {
      const { revision } = find(id);
      await documents.apply([{ collection: COLLECTION, id, ifRevision: revision }]);
    },
  };
}

function toStored({ value, revision, updatedMs }: StoredDocument<Dashboard>): StoredDashboard {
  return { dashboard: value, revision, updatedMs };
}
