import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Clock, GlasspaneError } from '@glasspane/core';
import type { DocumentStore } from '../documents/DocumentStore.ts';
import type { Scope } from './Scope.ts';

/** What is known of a key: all but the key itself, of which only a hash is kept. */
export interface KeyInfo {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** When it was made, in milliseconds since the epoch. */
  readonly createdMs: number;
}

/** A key at the only moment when it can be seen. */
export interface NewKey extends KeyInfo {
  readonly key: string;
}

/** The keys by which a server knows who asks. */
export interface KeyStore {
  list(): readonly KeyInfo[];
  create(name: string, scopes: readonly Scope[]): Promise<NewKey>;
  /** Returns what is known of a key; `undefined` when it is none of this server's. */
  find(key: string): KeyInfo | undefined;
  delete(id: string): Promise<void>;
}

interface KeyDocument extends Omit<KeyInfo, 'id'> {
  /** SHA-256 of the secret, in hex. A slow hash would add nothing: there are 2^256 secrets to try. */
  readonly hash: string;
}

const COLLECTION = 'keys';
const KEY_FORM = /^gp_([0-9a-f]{12})_([\w-]{43})$/;

/** Keeps keys among the server's documents, in the form `gp_<id>_<secret>`. */
export function createKeyStore(documents: DocumentStore, clock: Pick<Clock, 'now'>): KeyStore {
  return {
    list: () => documents.list<KeyDocument>(COLLECTION).map(({ id, value }) => toInfo(id, value)),
    async create(name, scopes) {
      const id = randomBytes(6).toString('hex');
      const secret = randomBytes(32).toString('base64url');
      const value: KeyDocument = { name, scopes, createdMs: clock.now(), hash: hashOf(secret).toString('hex') };
      await documents.apply([{ collection: COLLECTION, id, value, ifRevision: 0 }]);
      return { ...toInfo(id, value), key: `gp_${id}_${secret}` };
    },
    find(key) {
      const [, id = '', secret = ''] = KEY_FORM.exec(key) ?? [];
      const value = documents.get<KeyDocument>(COLLECTION, id)?.value;
      if (value === undefined) return undefined;
      return timingSafeEqual(hashOf(secret), Buffer.from(value.hash, 'hex')) ? toInfo(id, value) : undefined;
    },
    async delete(id) {
      if (documents.get(COLLECTION, id) === undefined) {
        throw new GlasspaneError('not_found', `There is no key with the id "${id}".`);
      }
      await documents.apply([{ collection: COLLECTION, id }]);
    },
  };
}

/** Makes a key for everything where there is none at all, and returns it. */
export async function createFirstKey(keys: KeyStore): Promise<string | undefined> {
  if (keys.list().length > 0) return undefined;
  return (await keys.create('first admin key', ['admin'])).key;
}

function toInfo(id: string, { name, scopes, createdMs }: KeyDocument): KeyInfo {
  return { id, name, scopes, createdMs };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
