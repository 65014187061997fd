import type { RegexNode } from './ast.ts';

/** Returns whether the expression matches the empty string. */
export function matchesEmpty(node: RegexNode): boolean {
  switch (node.type) {
    case 'literal':
      return node.text === '';
    case 'set':
    case 'any':
      return false;
    case 'concat':
      return node.nodes.every(matchesEmpty);
    case 'alternate':
      return node.nodes.some(matchesEmpty);
    case 'repeat':
      return node.min === 0 || matchesEmpty(node.node);
    case 'capture':
      return matchesEmpty(node.node);
    case 'assertion':
      return node.assertion !== 'wordBoundary';
    default:
      return true;
  }
}
