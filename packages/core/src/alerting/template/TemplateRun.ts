import { printValue } from './goPrint.ts';
import { placeOf } from './lexTemplate.ts';
import type { TemplateEnvironment } from './TemplateEnvironment.ts';
import { TemplateError } from './TemplateError.ts';
import type { Command, Operand, Pipeline, Template, TemplateNode } from './TemplateNode.ts';
import { isTemplateList, isTrue, type TemplateValue, typeNameOf } from './TemplateValue.ts';
import { TemplateVariables } from './TemplateVariables.ts';
import { callTemplateFunction } from './templateFunctions.ts';
import { UnansweredQuery } from './UnansweredQuery.ts';

/** What a template may use, so that a hostile one ends. */
const MAX_OUTPUT = 64 * 1024;
const MAX_STEPS = 50_000;
const MAX_CALL_DEPTH = 100;

/** Why a list of nodes was left before its end. */
type Leave = 'break' | 'continue' | undefined;

/** One filling-in of a template. */
export class TemplateRun {
  readonly #template: Template;
  readonly #environment: TemplateEnvironment;
  readonly #variables: TemplateVariables;
  #output = '';
  #steps = 0;
  #callDepth = 0;

  constructor(
    template: Template,
    environment: TemplateEnvironment,
    variables: readonly (readonly [string, TemplateValue])[],
  ) {
    this.#template = template;
    this.#environment = environment;
    this.#variables = new TemplateVariables(variables);
  }

  /** Returns the text. */
  run(dot: TemplateValue): string {
    this.#runList(this.#template.nodes, dot);
    return this.#output;
  }

  #runList(nodes: readonly TemplateNode[], dot: TemplateValue): Leave {
    for (const node of nodes) {
      const leave = this.#runNode(node, dot);
      if (leave !== undefined) return leave;
    }
    return undefined;
  }

  #runNode(node: TemplateNode, dot: TemplateValue): Leave {
    this.#countStep();
    switch (node.type) {
      case 'text':
        this.#write(node.text);
        return undefined;
      case 'action': {
        const value = this.#pipeline(node.pipeline, dot);
        if (node.pipeline.variables.length === 0) this.#write(value === null ? '<no value>' : printValue(value));
        return undefined;
      }
      case 'if':
      case 'with':
        return this.#variables.inside(() => {
          const value = this.#pipeline(node.pipeline, dot);
          if (!isTrue(value)) return this.#runList(node.otherwise, dot);
          return this.#runList(node.body, node.type === 'with' ? value : dot);
        });
      case 'range':
        return this.#variables.inside(() => this.#range(node, dot));
      case 'template':
        return this.#call(node, dot);
      default:
        return node.type;
    }
  }

  #range(node: Extract<TemplateNode, { type: 'if' | 'with' | 'range' }>, dot: TemplateValue): Leave {
    const { variables } = node.pipeline;
    const items = this.#itemsOf(this.#pipeline({ ...node.pipeline, variables: [] }, dot), node.pipeline);
    if (items.length === 0) return this.#runList(node.otherwise, dot);
    for (const [key, item] of items) {
      this.#countStep();
      const leave = this.#variables.inside(() => {
        const [first, second] = variables;
        if (second !== undefined) this.#variables.declare(second, item);
        if (first !== undefined) this.#variables.declare(first, second === undefined ? item : key);
        return this.#runList(node.body, item);
      });
      if (leave === 'break') break;
    }
    return undefined;
  }

  #itemsOf(value: TemplateValue, pipeline: Pipeline): readonly (readonly [TemplateValue, TemplateValue])[] {
    if (value === null) return [];
    if (typeof value === 'object') {
      if (isTemplateList(value)) return value.map((item, index) => [BigInt(index), item] as const);
      if (value.kind === 'map') return [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
    }
    return this.#fail(pipeline, `range can't iterate over ${printValue(value)}`);
  }

  #call(node: Extract<TemplateNode, { type: 'template' }>, dot: TemplateValue): Leave {
    const nodes = this.#template.definitions.get(node.name);
    if (nodes === undefined) return this.#fail(node, `template ${JSON.stringify(node.name)} not defined`);
    if (this.#callDepth >= MAX_CALL_DEPTH)
      return this.#fail(node, `exceeded maximum template depth (${MAX_CALL_DEPTH})`);
    const value = node.pipeline === undefined ? null : this.#pipeline(node.pipeline, dot);
    this.#callDepth += 1;
    this.#variables.apart(value, () => this.#runList(nodes, value));
    this.#callDepth -= 1;
    return undefined;
  }

  #pipeline(pipeline: Pipeline, dot: TemplateValue): TemplateValue {
    let value: TemplateValue | undefined;
    for (const command of pipeline.commands) value = this.#command(command, dot, value);
    const result = value ?? null;
    for (const name of pipeline.variables) {
      if (pipeline.isAssignment) this.#variables.assign(name, result);
      else this.#variables.declare(name, result);
    }
    return result;
  }

  #command(command: Command, dot: TemplateValue, piped: TemplateValue | undefined): TemplateValue {
    const [first, ...others] = command.operands;
    if (first.type === 'function') return this.#functionCall(first, others, dot, piped);
    if (others.length > 0 || piped !== undefined) {
      return this.#fail(first, `can't give argument to non-function ${first.source}`);
    }
    if (first.type === 'literal' && first.value === null) return this.#fail(first, 'nil is not a command');
    return this.#operand(first, dot);
  }

  #functionCall(
    operand: Extract<Operand, { type: 'function' }>,
    others: readonly Operand[],
    dot: TemplateValue,
    piped: TemplateValue | undefined,
  ): TemplateValue {
    this.#countStep();
    const { name } = operand;
    const last = piped === undefined ? [] : [piped];
    if (name === 'and' || name === 'or') return this.#shortCircuit(operand, others, dot, last);
    const args = [...others.map((other) => this.#operand(other, dot)), ...last];
    try {
      return callTemplateFunction(name, args, this.#environment);
    } catch (error) {
      if (error instanceof UnansweredQuery) throw error;
      return this.#fail(operand, error instanceof Error ? error.message : String(error));
    }
  }

  #shortCircuit(
    operand: Extract<Operand, { type: 'function' }>,
    others: readonly Operand[],
    dot: TemplateValue,
    last: readonly TemplateValue[],
  ): TemplateValue {
    if (others.length + last.length === 0) {
      return this.#fail(operand, `wrong number of args for ${operand.name}: want at least 1 got 0`);
    }
    let value: TemplateValue = null;
    for (const next of [
      ...others.map((other) => () => this.#operand(other, dot)),
      ...last.map((known) => () => known),
    ]) {
      value = next();
      if (isTrue(value) === (operand.name === 'or')) return value;
    }
    return value;
  }

  #operand(operand: Operand, dot: TemplateValue): TemplateValue {
    switch (operand.type) {
      case 'literal':
        return operand.value;
      case 'dot':
        return dot;
      case 'field':
        return this.#follow(dot, operand.path, operand);
      case 'variable':
        return this.#follow(this.#variables.get(operand.name), operand.path, operand);
      case 'pipeline':
        return this.#follow(this.#pipeline(operand.pipeline, dot), operand.path, operand);
      case 'function':
        return this.#functionCall(operand, [], dot, undefined);
    }
  }

  #follow(start: TemplateValue, path: readonly string[], operand: Operand): TemplateValue {
    let value = start;
    for (const name of path) {
      if (value === null) return this.#fail(operand, `nil data; no entry for key ${JSON.stringify(name)}`);
      if (typeof value !== 'object' || isTemplateList(value) || value.kind === 'time') {
        return this.#fail(operand, `can't evaluate field ${name} in type ${typeNameOf(value)}`);
      }
      if (value.kind === 'map') {
        value = value.entries.get(name) ?? (value.hasOnlyTexts ? '' : null);
        continue;
      }
      const field = value.fields.get(name);
      if (field === undefined) return this.#fail(operand, `can't evaluate field ${name} in type ${typeNameOf(value)}`);
      value = field;
    }
    return value;
  }

  #countStep(): void {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS)
      throw new TemplateError(`the template takes more than ${MAX_STEPS} steps; make it simpler`);
  }

  #write(text: string): void {
    this.#output += text;
    if (this.#output.length > MAX_OUTPUT) {
      throw new TemplateError(`the template gives more than ${MAX_OUTPUT} characters; make it shorter`);
    }
  }

  #fail({ at, source }: { readonly at: number; readonly source: string }, reason: string): never {
    throw new TemplateError(`${placeOf(this.#template.source, at)}: executing at <${source}>: ${reason}`);
  }
}
