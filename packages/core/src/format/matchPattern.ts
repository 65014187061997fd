import { type RegexNode, tryParseRegex } from '@glasspane/promql/syntax';

/** Longer texts are names that nobody wrote a pattern for. */
const MAX_LENGTH = 1000;
/** A pattern that cannot look at texts of so many characters is of no use. */
const USEFUL_LENGTH = 30;
const MAX_STEPS = 3e6;

/** Returns what is wrong with a regular expression of a dashboard; `undefined` where nothing is. */
export function patternProblem(pattern: string): string | undefined {
  const compiled = compile(pattern);
  return typeof compiled === 'string' ? compiled : undefined;
}

/** Returns what a regular expression of a dashboard finds in a text; nothing where the expression is none, or the text too long for it. */
export function matchPattern(pattern: string, text: string): RegExpExecArray | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const compiled = compile(pattern);
  if (typeof compiled === 'string' || stepsOn(text.length, compiled.growth) > MAX_STEPS) return undefined;
  return compiled.regex.exec(text) ?? undefined;
}

interface Compiled {
  readonly regex: RegExp;
  readonly growth: Growth;
}

/** Returns the expression, or what is wrong with it: engines that go back take a time without end for some of them. */
function compile(pattern: string): Compiled | string {
  const node = tryParseRegex(pattern);
  // What the two syntaxes read differently, and the flag `u` does not refuse.
  if (node instanceof Error || /\[\^?\]/.test(pattern)) return NONE;
  const [ways, degree] = growthOf(node);
  // What does not begin at the start of a text is looked for at each of its places.
  const growth: Growth = [ways, degree + (pattern.startsWith('^') && node.type === 'concat' ? 0 : 1)];
  if (stepsOn(USEFUL_LENGTH, growth) > MAX_STEPS) {
    return 'repeats so much that some texts would take for ever; repeat no group that repeats or chooses';
  }
  try {
    return { regex: new RegExp(pattern, 'su'), growth };
  } catch {
    return NONE;
  }
}

const NONE = 'is not a regular expression of both RE2 and JavaScript';

/** The ways to match a text: a factor, times the number of places that so many repetitions can end at. */
type Growth = readonly [ways: number, degree: number];

function stepsOn(length: number, [ways, degree]: Growth): number {
  let steps = ways;
  // Each repetition ends where the one before it does, or later.
  for (let index = 1; index <= degree && steps <= MAX_STEPS; index += 1) steps *= (length + index) / index;
  return steps;
}

/** More counts than these grow as repetitions without an end do. */
const FEW = 9;

function growthOf(node: RegexNode): Growth {
  switch (node.type) {
    case 'concat':
      return node.nodes.map(growthOf).reduce(([ways, degree], part) => [ways * part[0], degree + part[1]], [1, 0]);
    case 'alternate':
      return node.nodes
        .map(growthOf)
        .reduce(([ways, degree], part) => [ways + part[0], Math.max(degree, part[1])], [0, 0]);
    case 'capture':
      return growthOf(node.node);
    case 'repeat': {
      const [ways, degree] = growthOf(node.node);
      const counts = node.max - node.min + 1;
      if (counts <= FEW) return [counts * ways ** node.max, degree * node.max];
      return [ways === 1 && degree === 0 ? 1 : Number.POSITIVE_INFINITY, 1];
    }
    default:
      return [1, 0];
  }
}
