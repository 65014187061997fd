import { randomUUID } from 'node:crypto';
import { GlasspaneError } from '@glasspane/core';

const URL_SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,127}$/;

/** Returns the body of a request that makes something, with a new id where it has none; what is no object stays as it is. */
export function withNewId(body: unknown): unknown {
  return isObject(body) && body.id === undefined ? { ...body, id: randomUUID() } : body;
}

/**
 * Returns the body of a request that replaces something, with the id of its path where it has none.
 *
 * @throws {@link GlasspaneError} When it has another id.
 */
export function withPathId(body: unknown, id: string): unknown {
  if (!isObject(body)) return body;
  if (body.id === undefined) return { ...body, id };
  if (body.id === id) return body;
  throw new GlasspaneError(
    'invalid',
    `The id in the body is ${JSON.stringify(body.id)}, the one in the path ${JSON.stringify(id)}; an id cannot be changed.`,
  );
}

/**
 * Makes sure that an id can stand in a path as it is.
 *
 * @throws {@link GlasspaneError} When it cannot.
 */
export function checkId(id: string): void {
  if (URL_SAFE_ID.test(id)) return;
  throw new GlasspaneError(
    'invalid',
    `The id ${JSON.stringify(id.slice(0, 200))} cannot stand in a URL: take up to 128 letters, digits, ".", "_", "~" and "-", beginning with a letter or digit, or leave it out to get one.`,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
