import type { ServerContext, ServerPart } from './ServerPart.ts';

/** Makes the parts of the server that come with it, and connects those that need each other. */
export function createParts(_context: ServerContext): readonly ServerPart[] {
  return [];
}
