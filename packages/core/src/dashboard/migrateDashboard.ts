import { describeValue } from '../document/describeIssue.ts';
import { InvalidDocumentError } from '../errors/InvalidDocumentError.ts';

/**
 * The version of the form of dashboards that this package reads and writes.
 *
 * @public
 */
export const DASHBOARD_SCHEMA_VERSION = 1;

type Document = Readonly<Record<string, unknown>>;

/** The step at index n turns a document of version n into one of version n + 1. */
const steps: readonly ((document: Document) => Document)[] = [fromUnversioned];

/**
 * Returns a dashboard document in the form of the present version; what it does not understand it leaves as it is, for
 * the parser to judge. A document without a `schemaVersion` is of version 0: written by hand, with `title` for `name`, and
 * `from` and `to` beside it.
 *
 * @throws {@link InvalidDocumentError} When the version is none, or is newer than this package knows.
 * @public
 */
export function migrateDashboard(input: unknown): unknown {
  if (!isDocument(input)) return input;
  const version = versionOf(input);
  const migrated = steps.slice(version).reduce((document, step) => step(document), input);
  return migrated === input ? input : { ...migrated, schemaVersion: DASHBOARD_SCHEMA_VERSION };
}

function versionOf(document: Document): number {
  const version = Object.hasOwn(document, 'schemaVersion') ? document.schemaVersion : 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    throw versionError(
      `expected a whole number from 0 to ${DASHBOARD_SCHEMA_VERSION}, found ${describeValue(version)}`,
    );
  }
  if (version > DASHBOARD_SCHEMA_VERSION) {
    throw versionError(
      `is ${version}, but this version of Glasspane reads up to ${DASHBOARD_SCHEMA_VERSION}; update it to open the dashboard`,
    );
  }
  return version;
}

const versionError = (message: string): InvalidDocumentError =>
  new InvalidDocumentError('dashboard', [{ path: 'schemaVersion', message }]);

function fromUnversioned({ title, from, to, ...document }: Document): Document {
  return {
    ...document,
    name: document.name ?? title,
    timeRange: document.timeRange ?? { from: from ?? 'now-6h', to: to ?? 'now' },
    widgets: Array.isArray(document.widgets) ? document.widgets.map(withQueries) : (document.widgets ?? []),
  };
}

const withQueries = (widget: unknown): unknown => (isDocument(widget) ? { queries: [], ...widget } : widget);

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
