import type { RegexNode } from './ast.ts';

/** Returns whether nested repetitions together repeat nothing more often than so. */
export function isWithinRepeats(node: RegexNode, most: number): boolean {
  switch (node.type) {
    case 'repeat': {
      const isCounted = node.min > 1 || (node.max > 1 && node.max !== Number.POSITIVE_INFINITY);
      if (!isCounted) return isWithinRepeats(node.node, most);
      const count = node.max === Number.POSITIVE_INFINITY ? node.min : node.max;
      return count <= most && isWithinRepeats(node.node, Math.floor(most / count));
    }
    case 'concat':
    case 'alternate':
      return node.nodes.every((part) => isWithinRepeats(part, most));
    case 'capture':
      return isWithinRepeats(node.node, most);
    default:
      return true;
  }
}
