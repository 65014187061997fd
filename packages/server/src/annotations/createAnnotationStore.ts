import { type Annotation, type AnnotationSource, GlasspaneError, parseAnnotation } from '@glasspane/core';
import { selectAnnotations } from '@glasspane/core/chart';
import type { DocumentStore } from '../documents/DocumentStore.ts';
import { checkId, withNewId } from '../http/documentId.ts';

const COLLECTION = 'annotations';
/** The last to begin in a time range: no chart has room for more. */
const MAX_LISTED = 1000;

/** Keeps annotations among the server's documents. */
export function createAnnotationStore(documents: DocumentStore): Required<AnnotationSource> {
  return {
    async list(request) {
      const all = documents.list<Annotation>(COLLECTION).map(({ value }) => value);
      return selectAnnotations(all, request).slice(-MAX_LISTED);
    },
    async create(annotation) {
      const parsed = parseAnnotation(withNewId(annotation));
      checkId(parsed.id);
      await documents.apply([{ collection: COLLECTION, id: parsed.id, value: parsed, ifRevision: 0 }]);
      return parsed;
    },
    async delete(id) {
      const found = documents.get<Annotation>(COLLECTION, id);
      if (found === undefined) {
        throw new GlasspaneError(
          'not_found',
          `There is no annotation with the id ${JSON.stringify(id.slice(0, 200))}.`,
        );
      }
      await documents.apply([{ collection: COLLECTION, id, ifRevision: found.revision }]);
    },
  };
}
