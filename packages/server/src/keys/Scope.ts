/** What a key lets its holder do: send data; read; change things, which includes reading; everything. */
export type Scope = 'ingest' | 'read' | 'edit' | 'admin';

export const SCOPES: readonly Scope[] = ['ingest', 'read', 'edit', 'admin'];

const SATISFIED_BY: Readonly<Record<Scope, readonly Scope[]>> = {
  ingest: ['ingest', 'admin'],
  read: ['read', 'edit', 'admin'],
  edit: ['edit', 'admin'],
  admin: ['admin'],
};

/** Tells whether a holder of these scopes may do what needs the other one. */
export function grants(held: readonly Scope[], needed: Scope): boolean {
  return SATISFIED_BY[needed].some((scope) => held.includes(scope));
}
