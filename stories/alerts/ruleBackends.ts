import { type Backend, GlasspaneError } from '@glasspane/core';
import { silent, unreachable, withMethods } from '../fakes/faults.ts';
import { InMemoryRules } from '../fakes/InMemoryRules.ts';
import { sampleChannels, sampleResults, sampleRules } from '../fakes/sampleRules.ts';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';

const { metrics } = sampleBackend;

let made = 0;

/** Returns a backend whose alert rules are in memory; each call starts anew. */
export function rulesBackend(rules = sampleRules): Backend {
  made += 1;
  return {
    id: `rules-${made}`,
    metrics,
    rules: new InMemoryRules(rules, sampleChannels, sampleResults(sampleClock.now())).source,
  };
}

/** Returns a backend whose rules cannot be saved. */
export function refusingRules(): Backend {
  const { source } = new InMemoryRules(sampleRules, sampleChannels);
  const refuse = async (): Promise<never> => {
    throw new GlasspaneError('forbidden', 'Your key may only read; ask for one that may edit.');
  };
  made += 1;
  const editor = source.editor && withMethods(source.editor, { create: refuse, update: refuse, delete: refuse });
  return { id: `rules-${made}`, metrics, rules: { ...source, editor } };
}

/** A backend whose rules can only be looked at. */
export const readOnlyRules: Backend = {
  id: 'rules-read-only',
  metrics,
  rules: new InMemoryRules(sampleRules, sampleChannels, sampleResults(sampleClock.now())).readOnlySource,
};

export const unreachableRules: Backend = { id: 'rules-unreachable', metrics, rules: unreachable() };

export const silentRules: Backend = {
  id: 'rules-silent',
  metrics,
  rules: { list: () => new Promise(() => {}), editor: silent() },
};

export const withoutRules: Backend = { id: 'rules-none', metrics };
