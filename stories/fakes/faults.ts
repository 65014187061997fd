import { GlasspaneError } from '@glasspane/core';

/** Returns an object whose every method rejects: a capability that cannot be reached. */
export function unreachable<TCapability extends object>(
  error: GlasspaneError = new GlasspaneError('unreachable', 'No answer from https://alerts.example.'),
): TCapability {
  return answering(() => Promise.reject(error));
}

/** Returns an object whose methods never answer. */
export function silent<TCapability extends object>(): TCapability {
  return answering(() => new Promise(() => {}));
}

/** Returns a capability as it is, but for the methods given. */
export function withMethods<TCapability extends object>(
  capability: TCapability,
  methods: Partial<TCapability>,
): TCapability {
  return new Proxy(capability, {
    get(target, name) {
      if (name in methods) return Reflect.get(methods, name);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function answering<TCapability extends object>(answer: () => Promise<never>): TCapability {
  return new Proxy({} as TCapability, { get: () => answer });
}
