import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { ConfigIssue } from './ScrapeConfigError.ts';

/** What all values of one file share. */
export interface YamlFile {
  readonly document: Document;
  readonly lines: LineCounter;
  /** Where faults are gathered. */
  readonly issues: ConfigIssue[];
}

/** Reads a value; reports what is wrong with it and returns `undefined` where it cannot. */
export type YamlReader<T> = (value: YamlValue) => T | undefined;

/** A value of a YAML file that knows where it stands. */
export class YamlValue {
  /** As one would write it in JavaScript: `scrape_configs[0].job_name`; empty for the file itself. */
  readonly path: string;
  readonly #node: unknown;
  readonly #file: YamlFile;

  constructor(node: unknown, path: string, file: YamlFile) {
    this.#node = isAlias(node) ? node.resolve(file.document) : node;
    this.path = path;
    this.#file = file;
  }

  /** Is nothing, or YAML's `null`: a name with nothing behind it. */
  get isEmpty(): boolean {
    return this.#node == null || (isScalar(this.#node) && this.#node.value === null);
  }

  /** The value where it is a single one: text, number or boolean. */
  get scalar(): unknown {
    return isScalar(this.#node) ? this.#node.value : undefined;
  }

  /** How a single value is written in the file. */
  get source(): string {
    if (!isScalar(this.#node)) return '';
    return typeof this.#node.value === 'string' ? this.#node.value : (this.#node.source ?? String(this.#node.value));
  }

  /** What the value is, for messages. */
  get description(): string {
    if (isMap(this.#node)) return 'a mapping';
    if (isSeq(this.#node)) return 'a list';
    return this.isEmpty ? 'nothing' : JSON.stringify(this.source);
  }

  /** The value with all that is in it, as plain data. */
  get plain(): unknown {
    return isNode(this.#node) ? this.#node.toJS(this.#file.document) : this.#node;
  }

  /** Reports a fault here. */
  fail(message: string): undefined {
    report(this.#file, this.#node, message);
  }

  /** Returns the members of a list. */
  items(): readonly YamlValue[] | undefined {
    if (!isSeq(this.#node)) return this.fail(`${this.path} must be a list, not ${this.description}`);
    return this.#node.items.map((node, i) => new YamlValue(node, `${this.path}[${i}]`, this.#file));
  }

  /** Returns the entries of a mapping with free names. */
  entries(): readonly (readonly [string, YamlValue])[] | undefined {
    if (!isMap(this.#node)) return this.fail(`${this.path || 'the file'} must be a mapping, not ${this.description}`);
    return pairsOf(this.#node, this.#file).map(({ key, value }) => {
      const name = new YamlValue(key, '', this.#file).source;
      // An empty value has no place of its own.
      return [name, new YamlValue(value ?? key, join(this.path, name), this.#file)] as const;
    });
  }

  /** Returns the fields of a mapping; names that are not known are faults. */
  fields(known: readonly string[]): YamlFields | undefined {
    if (!isMap(this.#node)) return this.fail(`${this.path || 'the file'} must be a mapping, not ${this.description}`);
    const fields = new Map<string, YamlValue>();
    for (const { key, value } of pairsOf(this.#node, this.#file)) {
      const name = new YamlValue(key, '', this.#file).source;
      if (known.includes(name)) fields.set(name, new YamlValue(value, join(this.path, name), this.#file));
      else report(this.#file, key, unknownField(name, this.path, known));
    }
    return new YamlFields(this, fields);
  }
}

/** The fields of a mapping. What cannot be read is reported, and the fallback stands in so that reading goes on. */
export class YamlFields {
  readonly #owner: YamlValue;
  readonly #values: ReadonlyMap<string, YamlValue>;

  constructor(owner: YamlValue, values: ReadonlyMap<string, YamlValue>) {
    this.#owner = owner;
    this.#values = values;
  }

  /** Returns whether the field is there, with a value. */
  has(name: string): boolean {
    return this.#values.get(name)?.isEmpty === false;
  }

  optional<T>(name: string, read: YamlReader<T>, fallback: T): T {
    const value = this.#values.get(name);
    return value === undefined || value.isEmpty ? fallback : (read(value) ?? fallback);
  }

  required<T>(name: string, read: YamlReader<T>, fallback: T): T {
    if (!this.has(name)) this.#owner.fail(`${this.#owner.path} needs the field ${name}`);
    return this.optional(name, read, fallback);
  }

  /** Reports a fault of a field, or of the mapping where the field is not there. */
  fail(name: string, message: string): void {
    (this.#values.get(name) ?? this.#owner).fail(message);
  }
}

/** Returns the entries of a mapping, those that it takes over by `<<` before its own. */
function pairsOf(node: unknown, file: YamlFile): readonly Pair[] {
  const map = isAlias(node) ? node.resolve(file.document) : node;
  if (!isMap(map)) return [];
  const own = map.items.filter(({ key }) => !isMergeKey(key));
  const names = new Set(own.map(({ key }) => String(isScalar(key) ? key.value : key)));
  const merged = map.items
    .filter(({ key }) => isMergeKey(key))
    .flatMap(({ value }) => (isSeq(value) ? value.items : [value]))
    .flatMap((source) => pairsOf(source, file))
    .filter(({ key }) => !names.has(String(isScalar(key) ? key.value : key)));
  return [...merged, ...own];
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<';
}

function unknownField(name: string, path: string, known: readonly string[]): string {
  const place = path === '' ? '' : ` in ${path}`;
  return `unknown field ${JSON.stringify(name)}${place}; known are ${known.join(', ')}`;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function report({ lines, issues }: YamlFile, node: unknown, message: string): void {
  const { line, col } = lines.linePos((node as Node | null | undefined)?.range?.[0] ?? 0);
  issues.push({ line, column: col, message });
}
