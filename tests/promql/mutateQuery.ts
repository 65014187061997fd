import type { Random } from './Random.ts';

const TOKENS = /[A-Za-z_:][\w:]*|\d[\w.]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\s+|[=!]~|[=!<>]=|[\s\S]/g;

/** Words and signs of the language, and some that are none. */
export const SNIPPETS = [
  ...['(', ')', '[', ']', '{', '}', ',', '"', "'", '`', ':', '@', '=', '=~', '!=', '!', '~', '+', '-', '*', '/', '^'],
  ...[
    '5m',
    '[5m]',
    '[5m:]',
    '[5m:1m]',
    '1',
    '0x',
    '1e3',
    '.5',
    'Inf',
    'NaN',
    '"a"',
    '"\\q"',
    '\\',
    '#',
    '\n',
    ' ',
    '\t',
  ],
  ...[' and ', ' or ', ' unless ', ' atan2 ', ' by (a) ', ' without ', ' on ', ' on (a) ', ' ignoring (a) ', ' bool '],
  ...[' group_left ', ' group_right (b) ', ' offset 5m', ' offset ', ' offset -', ' @ 1', ' @ start()', ' == ', ' > '],
  ...[
    'sum',
    'sum(',
    'topk(',
    'rate(',
    'rate(x[5m])',
    'foo(',
    'x',
    'x{a="b"}',
    '{}',
    '{a=~"("}',
    'time()',
    'é',
    '😀',
    '$',
    '%',
  ],
];

/** Returns the words, signs and spaces of a query, in order. */
function tokensOf(query: string): string[] {
  return query.match(TOKENS) ?? [];
}

function mutateOnce(random: Random, query: string): string {
  const tokens = tokensOf(query);
  const at = random.whole(0, Math.max(0, tokens.length - 1));
  const other = random.whole(0, Math.max(0, tokens.length - 1));
  switch (random.whole(0, 6)) {
    case 0:
      return query.slice(0, random.whole(0, query.length));
    case 1:
      tokens.splice(at, 1);
      break;
    case 2:
      tokens.splice(at, 0, random.pick(SNIPPETS));
      break;
    case 3:
      tokens[at] = random.pick(SNIPPETS);
      break;
    case 4:
      [tokens[at], tokens[other]] = [tokens[other] ?? '', tokens[at] ?? ''];
      break;
    case 5:
      tokens.splice(at, 0, tokens[other] ?? '');
      break;
    default: {
      const place = random.whole(0, query.length);
      return query.slice(0, place) + query.slice(place + random.whole(0, 3));
    }
  }
  return tokens.join('');
}

/** Returns a query with a few random changes: words left out, put in, doubled or swapped, or an end cut off. */
export function mutateQuery(random: Random, query: string): string {
  let mutated = query;
  for (let count = random.whole(1, 3); count > 0; count -= 1) mutated = mutateOnce(random, mutated);
  return mutated;
}
