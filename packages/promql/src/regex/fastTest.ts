import type { RegexNode } from '../syntax/regex/ast.ts';

type Test = (text: string) => boolean;

/** Returns the text that a node stands for when it can only match that one. */
function literalOf(node: RegexNode): string | undefined {
  if (node.type === 'literal') return node.text;
  if (node.type === 'empty') return '';
  if (node.type === 'capture') return literalOf(node.node);
  if (node.type !== 'concat') return undefined;
  const parts = node.nodes.map(literalOf);
  return parts.some((part) => part === undefined) ? undefined : parts.join('');
}

/** Returns the least length of a node that takes any text (`.*` 0, `.+` 1), or `undefined` for another node. */
function anyOf(node: RegexNode): number | undefined {
  if (node.type === 'capture') return anyOf(node.node);
  const isAny = node.type === 'repeat' && node.node.type === 'any' && node.max === Number.POSITIVE_INFINITY;
  return isAny && node.min <= 1 ? node.min : undefined;
}

const isLongEnough = (text: string, length: number): boolean => length === 0 || text.length >= length;

/** Tests for concatenations such as `prefix.*`, `.*suffix`, `.+part.*`. */
function concatTest(nodes: readonly RegexNode[]): Test | undefined {
  const parts = nodes.map((node) => anyOf(node) ?? literalOf(node));
  const [first, second, third] = parts;
  if (parts.length === 2) {
    if (typeof first === 'string' && typeof second === 'number') {
      return (text) => text.startsWith(first) && isLongEnough(text, first.length + second);
    }
    if (typeof first === 'number' && typeof second === 'string') {
      return (text) => text.endsWith(second) && isLongEnough(text, second.length + first);
    }
  }
  if (parts.length !== 3) return undefined;
  if (typeof first === 'string' && typeof second === 'number' && typeof third === 'string') {
    const length = first.length + second + third.length;
    return (text) => text.length >= length && text.startsWith(first) && text.endsWith(third);
  }
  if (first === 0 && typeof second === 'string' && third === 0) return (text) => text.includes(second);
  return undefined;
}

/**
 * Returns a test without any machine for the expressions that most matchers are: a text, several texts, and texts with
 * `.*` or `.+` around them; `undefined` for others.
 */
export function fastTest(node: RegexNode): Test | undefined {
  if (node.type === 'capture') return fastTest(node.node);
  const literal = literalOf(node);
  if (literal !== undefined) return (text) => text === literal;
  const any = anyOf(node);
  if (any !== undefined) return (text) => text.length >= any;
  if (node.type === 'concat') return concatTest(node.nodes);
  if (node.type !== 'alternate') return undefined;
  const literals = node.nodes.map(literalOf);
  const known = new Set(literals);
  return known.has(undefined) ? undefined : (text) => known.has(text);
}
