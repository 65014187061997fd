import type { CharacterSet } from './ast.ts';
import { RegexError } from './RegexError.ts';

type Ranges = CharacterSet['ranges'];

const ranges = (text: string): Ranges =>
  text.split(' ').map((pair) => [pair.codePointAt(0) ?? 0, pair.codePointAt(pair.length - 1) ?? 0] as const);

/** Returns a set of ranges. */
export function setOf(members: Ranges, isNegated = false): CharacterSet {
  return { ranges: members, properties: [], sets: [], isNegated };
}

const digits = ranges('09');
const words = ranges('09 AZ __ az');
const spaces: Ranges = [
  [9, 10],
  [12, 13],
  [32, 32],
];

/** Returns the set of `\d`, `\s`, `\w` or their negations, or `undefined` for another letter. All are ASCII, as in RE2. */
export function perlClass(letter: string): CharacterSet | undefined {
  const lower = letter.toLowerCase();
  const members = lower === 'd' ? digits : lower === 'w' ? words : lower === 's' ? spaces : undefined;
  return members === undefined ? undefined : setOf(members, letter !== lower);
}

const posix: ReadonlyMap<string, Ranges> = /* @__PURE__ */ new Map<string, Ranges>([
  ['alnum', ranges('09 AZ az')],
  ['alpha', ranges('AZ az')],
  ['ascii', [[0, 127]]],
  [
    'blank',
    [
      [9, 9],
      [32, 32],
    ],
  ],
  [
    'cntrl',
    [
      [0, 31],
      [127, 127],
    ],
  ],
  ['digit', digits],
  ['graph', ranges('!~')],
  ['lower', ranges('az')],
  ['print', [[32, 126]]],
  ['punct', ranges('!/ :@ [` {~')],
  [
    'space',
    [
      [9, 13],
      [32, 32],
    ],
  ],
  ['upper', ranges('AZ')],
  ['word', words],
  ['xdigit', ranges('09 AF af')],
]);

/** Returns the set of a POSIX class such as `[:alpha:]`, or `undefined` when the name is unknown. */
export function posixClass(name: string): CharacterSet | undefined {
  const isNegated = name.startsWith('^');
  const members = posix.get(isNegated ? name.slice(1) : name);
  return members === undefined ? undefined : setOf(members, isNegated);
}

/** Returns the set of a Unicode class: a general category or a script. */
export function unicodeClass(name: string, isNegated: boolean, source: string): CharacterSet {
  if (name === 'Any') return setOf([[0, 0x10ffff]], isNegated);
  for (const property of [`\\p{gc=${name}}`, `\\p{sc=${name}}`]) {
    try {
      return { ranges: [], properties: [new RegExp(`^${property}$`, 'u')], sets: [], isNegated };
    } catch {
      // Not a category: it may be a script, else it is an error below.
    }
  }
  throw new RegexError('invalid character class range', source);
}

// Beyond this, cased letters are so rare in labels that folding them one by one is not worth the time.
const lastFolded = 0x24ff;

const casesOf = (code: number): number[] => {
  const character = String.fromCodePoint(code);
  const cases = [character.toLowerCase(), character.toUpperCase()];
  if (code === 0x73 || code === 0x53) cases.push('\u017f');
  if (code === 0x6b || code === 0x4b) cases.push('\u212a');
  return cases.flatMap((text) => {
    const folded = text.codePointAt(0) ?? 0;
    return String.fromCodePoint(folded) === text && folded !== code ? [folded] : [];
  });
};

/** Returns the set with every letter in both cases. */
export function foldCase(set: CharacterSet): CharacterSet {
  const properties = set.properties.map(({ source }) => new RegExp(source, 'iu'));
  const folded: (readonly [number, number])[] = [...set.ranges];
  for (const [first, last] of set.ranges) {
    for (let code = first; code <= Math.min(last, lastFolded); code += 1) {
      for (const other of casesOf(code)) folded.push([other, other]);
    }
  }
  return { ...set, ranges: folded, properties, sets: set.sets.map(foldCase) };
}
