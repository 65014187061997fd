import type { Backend, Capability } from '@glasspane/core';

/** What a call to the backend is about: a capability, or the channels that rules and reports name. */
export type BackendTopic = 'exemplars' | Capability | 'channels';

/** Returns the first part of the cache key of all calls about a topic. */
export function backendQueryKey(backend: Backend, topic: BackendTopic): readonly unknown[] {
  return ['glasspane', 'backend', backend.id, topic];
}
