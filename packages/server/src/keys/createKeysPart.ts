import { Faults } from '../http/Faults.ts';
import { jsonRoute } from '../http/jsonRoute.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { createKeyStore } from './createKeyStore.ts';
import { SCOPES, type Scope } from './Scope.ts';

const PATH = '/api/v1/keys';
const MAX_NAME_LENGTH = 100;

/** Makes the part through which keys are listed, made and deleted. A key is in the answer that makes it, and nowhere else. */
export function createKeysPart({
  documents,
  clock,
  log,
}: Pick<ServerContext, 'documents' | 'clock' | 'log'>): ServerPart {
  const keys = createKeyStore(documents, clock);
  return {
    routes(app) {
      app.get(
        PATH,
        jsonRoute(() => ({ data: keys.list() }), { log }),
      );
      app.post(
        PATH,
        jsonRoute(
          async ({ body }) => {
            const { name, scopes } = readNewKey(body);
            const made = await keys.create(name, scopes);
            log.info('made a key', { id: made.id, name, scopes: scopes.join(',') });
            return { status: 201, data: made, headers: { 'cache-control': 'no-store' } };
          },
          { log },
        ),
      );
      app.delete(
        `${PATH}/:id`,
        jsonRoute(
          async ({ param }) => {
            await keys.delete(param('id'));
            log.info('deleted a key', { id: param('id') });
            return { status: 204 };
          },
          { log },
        ),
      );
    },
  };
}

function readNewKey(body: unknown): { readonly name: string; readonly scopes: readonly Scope[] } {
  const faults = new Faults();
  const { name, scopes, ...rest } = (typeof body === 'object' ? (body ?? {}) : {}) as Readonly<Record<string, unknown>>;
  for (const field of Object.keys(rest)) faults.add(field, 'is not known here; a key has a name and scopes');
  if (typeof name !== 'string' || name.trim() === '' || name.length > MAX_NAME_LENGTH) {
    faults.add('name', `expected a text of 1 to ${MAX_NAME_LENGTH} characters that says who has the key`);
  }
  const known = SCOPES.filter((scope) => Array.isArray(scopes) && scopes.includes(scope));
  if (!Array.isArray(scopes) || known.length === 0 || known.length !== scopes.length) {
    faults.add('scopes', `expected a list of ${SCOPES.join(', ')}`);
  }
  faults.throwIfAny('key');
  return { name: String(name), scopes: known };
}
