import { lexTemplate, placeOf, type TemplatePart } from './lexTemplate.ts';
import { parsePipeline, type TemplateScope, TokenReader } from './parsePipeline.ts';
import { TemplateError } from './TemplateError.ts';
import type { Pipeline, Template, TemplateNode } from './TemplateNode.ts';
import { isTemplateFunction } from './templateFunctions.ts';

const MAX_SOURCE = 64 * 1024;
const MAX_DEPTH = 100;
// What Prometheus sets before a template of a rule begins.
const GIVEN_VARIABLES = ['labels', 'externalLabels', 'externalURL', 'value'];

/** What ends a list of nodes: the word, and the rest of its action. */
interface ListEnd {
  readonly word: 'end' | 'else' | 'eof';
  readonly tokens: TokenReader | undefined;
}

/**
 * Parses a template of Prometheus's: Go's `text/template` with the functions that rules have.
 *
 * @throws {@link TemplateError} When it is none, in Go's words, with line and column.
 * @public
 */
export function parseTemplate(source: string): Template {
  if (source.length > MAX_SOURCE) {
    throw new TemplateError(`the template has ${source.length} characters; at most ${MAX_SOURCE} are allowed`);
  }
  return new TemplateParser(source).parse();
}

class TemplateParser {
  readonly #source: string;
  readonly #parts: readonly TemplatePart[];
  readonly #definitions = new Map<string, readonly TemplateNode[]>();
  #variables: string[] = [...GIVEN_VARIABLES];
  #at = 0;
  #depth = 0;
  #rangeDepth = 0;

  constructor(source: string) {
    this.#source = source;
    this.#parts = lexTemplate(source);
  }

  parse(): Template {
    const { nodes, end } = this.#parseList();
    if (end.word !== 'eof') this.#fail(`unexpected {{${end.word}}}`);
    return { source: this.#source, nodes, definitions: this.#definitions };
  }

  #scope(): TemplateScope {
    return { source: this.#source, isFunction: isTemplateFunction, variables: this.#variables };
  }

  #parseList(): { readonly nodes: readonly TemplateNode[]; readonly end: ListEnd } {
    const nodes: TemplateNode[] = [];
    for (let part = this.#parts[this.#at]; part !== undefined; part = this.#parts[this.#at]) {
      this.#at += 1;
      if (part.type === 'text') {
        nodes.push(part);
        continue;
      }
      const tokens = new TokenReader(part.tokens, this.#scope());
      const first = tokens.peek();
      const word = first?.type === 'word' ? first.text : '';
      if (word === 'end' || word === 'else') {
        tokens.next();
        tokens.skipSpace();
        if (word === 'end' && !tokens.isAtEnd) tokens.fail('unexpected words after end');
        return { nodes, end: { word, tokens } };
      }
      const node = this.#parseAction(tokens, word);
      if (node !== undefined) nodes.push(node);
    }
    return { nodes, end: { word: 'eof', tokens: undefined } };
  }

  #parseAction(tokens: TokenReader, word: string): TemplateNode | undefined {
    switch (word) {
      case 'if':
      case 'with':
      case 'range':
        tokens.next();
        return this.#parseControl(word, tokens);
      case 'break':
      case 'continue':
        tokens.next();
        if (this.#rangeDepth === 0) tokens.fail(`{{${word}}} outside {{range}}`);
        return { type: word };
      case 'define':
        tokens.next();
        this.#parseDefinition(tokens);
        return undefined;
      case 'template':
        return this.#parseCall(tokens);
      case 'block':
        return tokens.fail('{{block}} is not supported; write {{define}} and {{template}}');
      default:
        return { type: 'action', pipeline: this.#pipeline(tokens, 1) };
    }
  }

  #pipeline(tokens: TokenReader, maxVariables: number): Pipeline {
    return parsePipeline(tokens, this.#scope(), { isInside: false, maxVariables, depth: 0 });
  }

  #parseControl(type: 'if' | 'with' | 'range', tokens: TokenReader): TemplateNode {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) tokens.fail('too many {{if}}, {{with}} and {{range}} inside each other');
    const known = this.#variables.length;
    const pipeline = this.#pipeline(tokens, type === 'range' ? 2 : 1);
    this.#rangeDepth += type === 'range' ? 1 : 0;
    const { nodes: body, end } = this.#parseList();
    this.#rangeDepth -= type === 'range' ? 1 : 0;
    const otherwise = end.word === 'else' ? this.#parseElse(type, end.tokens) : [];
    if (end.word === 'eof') this.#fail('unexpected EOF: an {{end}} is missing');
    // What was set inside is not known behind the end.
    this.#variables.length = known;
    this.#depth -= 1;
    return { type, pipeline, body, otherwise };
  }

  #parseElse(type: 'if' | 'with' | 'range', tokens: TokenReader | undefined): readonly TemplateNode[] {
    const word = tokens?.peek()?.text;
    if (tokens !== undefined && word !== undefined) {
      if (type === 'range' || word !== type) return tokens.fail(`unexpected ${JSON.stringify(word)} after else`);
      tokens.next();
      // `{{else if}}` shares the end of its `{{if}}`.
      return [this.#parseControl(type, tokens)];
    }
    const { nodes, end } = this.#parseList();
    if (end.word !== 'end') this.#fail(`expected {{end}}, found ${end.word === 'eof' ? 'the end' : '{{else}}'}`);
    return nodes;
  }

  #parseDefinition(tokens: TokenReader): void {
    tokens.skipSpace();
    const name = readName(tokens);
    if (!tokens.isAtEnd) tokens.fail('unexpected words in define clause');
    const outside = this.#variables;
    // A definition sees nothing of what is around it.
    this.#variables = [];
    const { nodes, end } = this.#parseList();
    this.#variables = outside;
    if (end.word !== 'end') this.#fail('unexpected EOF: an {{end}} of {{define}} is missing');
    this.#definitions.set(name, nodes);
  }

  #parseCall(tokens: TokenReader): TemplateNode {
    const { at } = tokens.next();
    tokens.skipSpace();
    const name = readName(tokens);
    tokens.skipSpace();
    const pipeline = tokens.isAtEnd ? undefined : this.#pipeline(tokens, 1);
    return { type: 'template', name, pipeline, at, source: `template ${JSON.stringify(name)}` };
  }

  #fail(reason: string): never {
    throw new TemplateError(`${placeOf(this.#source, this.#source.length)}: ${reason}`);
  }
}

function readName(tokens: TokenReader): string {
  const token = tokens.next();
  return token.type === 'string' ? token.text.slice(1, -1) : tokens.fail('a name in quotes is missing');
}
