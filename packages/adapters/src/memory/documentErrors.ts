import { GlasspaneError } from '@glasspane/core';

export function missing(kind: string, id: string): GlasspaneError {
  return new GlasspaneError('not_found', `There is no ${kind} "${id}": it was deleted, or never made.`);
}

export function taken(kind: string, id: string): GlasspaneError {
  return new GlasspaneError('conflict', `There is a ${kind} "${id}" already: take another id, or change that one.`);
}

export function overtaken(kind: string, id: string, revision: number): GlasspaneError {
  return new GlasspaneError(
    'conflict',
    `The ${kind} "${id}" was changed meanwhile: read revision ${revision} and make the change again.`,
  );
}
