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
  const isAnchored = node.type === 'concat' && isTextStart(node.nodes[0]);
  const own = growthOf(node);
  const growth = { ...own, degree: own.degree + (isAnchored ? 0 : 1) };
  if (stepsOn(USEFUL_LENGTH, growth) > MAX_STEPS) {
    return 'repeats so much that some texts would make it take for ever; repeat less, and no group that repeats or chooses';
  }
  try {
    return { regex: new RegExp(pattern, 'su'), growth };
  } catch {
    return NONE;
  }
}

const NONE = 'is not a regular expression that both RE2 and JavaScript know';

function isTextStart(node: RegexNode | undefined): boolean {
  return node?.type === 'assertion' && node.assertion === 'textStart';
}

/** The ways to match a text of so many characters: `ways` times the number of places that `degree` repetitions can end at. */
interface Growth {
  readonly ways: number;
  readonly degree: number;
}

function stepsOn(length: number, { ways, degree }: Growth): number {
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
      return node.nodes.map(growthOf).reduce(both, { ways: 1, degree: 0 });
    case 'alternate': {
      const parts = node.nodes.map(growthOf);
      return {
        ways: parts.reduce((sum, { ways }) => sum + ways, 0),
        degree: parts.reduce((most, { degree }) => Math.max(most, degree), 0),
      };
    }
    case 'capture':
      return growthOf(node.node);
    case 'repeat': {
      const { ways, degree } = growthOf(node.node);
      const counts = node.max - node.min + 1;
      if (counts <= FEW) return { ways: counts * ways ** node.max, degree: degree * node.max };
      return { ways: ways === 1 && degree === 0 ? 1 : Number.POSITIVE_INFINITY, degree: 1 };
    }
    default:
      return { ways: 1, degree: 0 };
  }
}

function both(a: Growth, b: Growth): Growth {
  return { ways: a.ways * b.ways, degree: a.degree + b.degree };
}
