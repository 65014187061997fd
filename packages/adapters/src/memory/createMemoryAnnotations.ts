import { type Annotation, type AnnotationSource, parseAnnotation } from '@glasspane/core';
import { selectAnnotations } from '@glasspane/core/chart';
import { randomId } from '../internal/randomId.ts';
import { answer } from './createQuerySource.ts';
import { missing, taken } from './documentErrors.ts';

/** Annotations in this process. */
export function createMemoryAnnotations(): Required<AnnotationSource> {
  const stored = new Map<string, Annotation>();
  return {
    list: (request, signal) => answer(signal, () => selectAnnotations([...stored.values()], request)),
    create: (annotation, signal) =>
      answer(signal, () => {
        // A copy, because the host may go on with the object that it gave.
        const parsed = parseAnnotation(structuredClone({ ...annotation, id: annotation.id ?? randomId('annotation') }));
        if (stored.has(parsed.id)) throw taken('annotation', parsed.id);
        stored.set(parsed.id, parsed);
        return parsed;
      }),
    delete: (id, signal) =>
      answer(signal, () => {
        if (!stored.delete(id)) throw missing('annotation', id);
      }),
  };
}
