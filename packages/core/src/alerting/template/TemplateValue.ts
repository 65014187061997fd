import type { Labels } from '@glasspane/promql/syntax';

/** One series of the result of a query that a template asks. */
export interface TemplateSample {
  readonly labels: Labels;
  readonly value: number;
}

/** A mapping from names to values. One of texts gives the empty text for a name that it does not have. */
export interface TemplateMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, TemplateValue>;
  readonly hasOnlyTexts: boolean;
}

/** A thing with fixed fields: what a template is given, a sample. */
export interface TemplateStruct {
  readonly kind: 'struct';
  readonly fields: ReadonlyMap<string, TemplateValue>;
}

/** A moment, in milliseconds since the epoch. */
export interface TemplateTime {
  readonly kind: 'time';
  readonly timeMs: number;
}

/** What a template computes with: Go's whole numbers are `bigint`, its `float64` is `number`, its `nil` is `null`. */
export type TemplateValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | TemplateMap
  | TemplateStruct
  | TemplateTime
  | readonly TemplateValue[];

export function isTemplateList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value);
}

/** Returns labels as a template sees them. */
export function toTemplateMap(texts: Readonly<Record<string, string>>): TemplateMap {
  return { kind: 'map', entries: new Map(Object.entries(texts)), hasOnlyTexts: true };
}

/** Returns a sample as a template sees it. */
export function toTemplateSample({ labels, value }: TemplateSample): TemplateStruct {
  return {
    kind: 'struct',
    fields: new Map<string, TemplateValue>([
      ['Labels', toTemplateMap(labels)],
      ['Value', value],
    ]),
  };
}

/** Returns what Go calls the type of a value. */
export function typeNameOf(value: TemplateValue): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'float64';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'boolean') return 'bool';
  if (isTemplateList(value)) return 'template.queryResult';
  if (value.kind === 'map') return value.hasOnlyTexts ? 'map[string]string' : 'map[string]interface {}';
  if (value.kind === 'time') return 'time.Time';
  return value.fields.has('ExternalLabels') ? `struct { ${[...value.fields.keys()].join('; ')} }` : 'template.sample';
}

/** Returns whether `if`, `with`, `and` and their like take a value for true. */
export function isTrue(value: TemplateValue): boolean {
  if (value === null) return false;
  if (typeof value === 'object') {
    if (isTemplateList(value)) return value.length > 0;
    return value.kind !== 'map' || value.entries.size > 0;
  }
  // NaN is no zero.
  return typeof value === 'number' ? value !== 0 : Boolean(value);
}
