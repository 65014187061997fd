import type { DocumentIssue } from '@glasspane/core';
import type { OptionsSchema } from './defineWidget.ts';

/** The options of a widget, or what is wrong with them. */
export type ParsedOptions<TOptions> =
  | { readonly status: 'valid'; readonly options: TOptions }
  | { readonly status: 'invalid'; readonly issues: readonly DocumentIssue[] };

/** Parses a widget's options by the schema of its type. */
export function parseOptions<TOptions>(
  schema: OptionsSchema<TOptions>,
  options: Readonly<Record<string, unknown>> | undefined,
): ParsedOptions<TOptions> {
  const outcome = schema['~standard'].validate(options ?? {}) as StandardResult<TOptions>;
  if ('then' in outcome) {
    const message = 'The schema of this widget type answers with a promise; give it one that answers at once.';
    return { status: 'invalid', issues: [{ path: 'options', message }] };
  }
  if (outcome.issues === undefined) return { status: 'valid', options: outcome.value };
  return { status: 'invalid', issues: outcome.issues.map(({ path, message }) => ({ path: toPath(path), message })) };
}

/** What Standard Schema version 1 promises of a schema's answer. */
type StandardResult<TOptions> =
  | { readonly value: TOptions; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

function toPath(path: StandardIssue['path'] = []): string {
  return path.reduce<string>((text, part) => {
    const key = typeof part === 'object' ? part.key : part;
    return typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`;
  }, 'options');
}
