import { createServerBackend } from '@glasspane/adapters/server';

/** The marketplace's own server hands `/glasspane` on to the Glasspane backend, so the browser stays on one origin. */
export const backend = createServerBackend({ url: `${location.origin}/glasspane` });
