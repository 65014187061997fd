import type { Labels } from '@glasspane/promql';
import type { Attribute } from './readAttributes.ts';
import { translateLabelName } from './translateName.ts';

const SERVICE_NAME = 'service.name';
const SERVICE_NAMESPACE = 'service.namespace';
const SERVICE_INSTANCE_ID = 'service.instance.id';
const IDENTIFYING = new Set([SERVICE_NAME, SERVICE_NAMESPACE, SERVICE_INSTANCE_ID]);

/** Returns the labels that tell the series of one resource from those of others: `job` and `instance`. */
export function targetLabels(resource: readonly Attribute[]): Labels {
  const values = new Map(resource);
  const [name, namespace] = [values.get(SERVICE_NAME), values.get(SERVICE_NAMESPACE)];
  const instance = values.get(SERVICE_INSTANCE_ID);
  return {
    ...(name === undefined ? {} : { job: namespace === undefined ? name : `${namespace}/${name}` }),
    ...(instance === undefined ? {} : { instance }),
  };
}

/** Returns the labels of the series `target_info`; `undefined` where there is nothing to say, or nobody to say it of. */
export function targetInfoLabels(resource: readonly Attribute[]): Labels | undefined {
  const target = targetLabels(resource);
  const rest = resource.filter(([name]) => !IDENTIFYING.has(name));
  if (rest.length === 0 || Object.keys(target).length === 0) return undefined;
  return joinLabels(rest, { ...target, __name__: 'target_info' });
}

/**
 * Returns attributes as labels, sorted, without empty ones. Those that come to have the same name are joined by `;`, in the
 * order of their own names.
 *
 * @param own - Labels that count before attributes of the same name.
 */
export function joinLabels(attributes: readonly Attribute[], own: Labels): Labels {
  const joined = new Map<string, string>();
  for (const [attribute, value] of [...attributes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = translateLabelName(attribute);
    const before = joined.get(name);
    if (name !== '') joined.set(name, before === undefined ? value : `${before};${value}`);
  }
  for (const [name, value] of Object.entries(own)) joined.set(name, value);
  const present = [...joined].filter(([, value]) => value !== '');
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}
