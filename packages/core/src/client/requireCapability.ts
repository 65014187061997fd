import type { Backend, Capability } from '../backend/Backend.ts';
import type { RuleEditor } from '../backend/RuleSource.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';

/** What people lack where a backend lacks a capability. */
const MEANINGS: Readonly<Record<Capability, string>> = {
  metrics: 'query metrics',
  sink: 'record metrics',
  logs: 'search logs',
  alerts: 'list alerts',
  silences: 'silence alerts',
  annotations: 'keep annotations',
  rules: 'evaluate alert rules',
  incidents: 'keep incidents',
  dashboards: 'keep dashboards',
  exporter: 'export dashboards',
  reports: 'send reports',
};

/**
 * Returns a capability of a backend.
 *
 * @throws {@link GlasspaneError} `unsupported` where the backend lacks it.
 */
export function requireCapability<TName extends Capability>(
  backend: Backend,
  name: TName,
): NonNullable<Backend[TName]> {
  const capability = backend[name];
  if (capability === undefined) throw lacking(backend, name, MEANINGS[name]);
  return capability as NonNullable<Backend[TName]>;
}

/**
 * Returns what changes the rules of a backend.
 *
 * @throws {@link GlasspaneError} `unsupported` where the backend has no rules, or only shows them.
 */
export function requireRuleEditor(backend: Backend): RuleEditor {
  const { editor } = requireCapability(backend, 'rules');
  if (editor === undefined) throw lacking(backend, 'rules.editor', 'change alert rules');
  return editor;
}

function lacking(backend: Backend, name: string, meaning: string): GlasspaneError {
  return new GlasspaneError(
    'unsupported',
    `The backend ${backend.id} cannot ${meaning}: it has no "${name}". Use a backend that has it, such as a ` +
      `glasspane-server, or add one: { ...backend, ${name.split('.')[0]}: … }.`,
  );
}
