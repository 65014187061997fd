const POSIX_CLASSES: ReadonlyMap<string, string> = new Map([
  ['alnum', '0-9A-Za-z'],
  ['alpha', 'A-Za-z'],
  ['ascii', '\\x00-\\x7F'],
  ['blank', '\\t '],
  ['cntrl', '\\x00-\\x1F\\x7F'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\t\\n\\v\\f\\r '],
  ['upper', 'A-Z'],
  ['word', '0-9A-Za-z_'],
  ['xdigit', '0-9A-Fa-f'],
]);

// What RE2 writes otherwise than JavaScript, lacks, or has and JavaScript lacks.
const DIFFERENCES =
  /\\Q(?<literal>[\s\S]*?)(?:\\E|$)|\\(?<property>[pP][A-Z])|\\(?<escaped>[\s\S])|\[:(?<posix>\w+):\]|\(\?P<(?<name>\w+)>|\(\?(?<special>[^:<]|<[=!])/g;

/**
 * Compiles a regular expression in RE2's syntax, as Prometheus's configuration has it: anchored at both ends, the dot
 * matching newlines too.
 *
 * @throws SyntaxError When it is none, or uses what only RE2 has: flags for a part of it.
 */
export function compileRelabelRegex(pattern: string): RegExp {
  const flags = /^\(\?([is]+)\)/.exec(pattern);
  const body = flags === null ? pattern : pattern.slice(flags[0].length);
  const needsUnicode = /\\[pP]/.test(body);
  const source = body.replace(DIFFERENCES, (...args) => translate(groupsOf(args)));
  const flagLetters = `s${flags?.[1]?.includes('i') === true ? 'i' : ''}${needsUnicode ? 'u' : ''}`;
  return new RegExp(`^(?:${source})$`, flagLetters);
}

type Groups = Readonly<Partial<Record<'literal' | 'property' | 'escaped' | 'posix' | 'name' | 'special', string>>>;

/** The last argument of a replacer holds the named groups. */
function groupsOf(args: readonly unknown[]): Groups {
  return args.at(-1) as Groups;
}

function translate({ literal, property, escaped, posix, name, special }: Groups): string {
  if (literal !== undefined) return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (property !== undefined) return `\\${property[0]}{${property[1]}}`;
  if (escaped !== undefined) return translateEscape(escaped);
  if (posix !== undefined) return translatePosixClass(posix);
  if (name !== undefined) return `(?<${name}>`;
  const what =
    special === '=' || special === '!' || special?.startsWith('<') === true ? 'look around' : 'flags inside it';
  throw new SyntaxError(`${what} ("(?${special}") are not supported; write the expression without`);
}

function translateEscape(letter: string): string {
  if (letter === 'A') return '^';
  if (letter === 'z') return '$';
  if (/[1-9]/.test(letter)) throw new SyntaxError(`RE2 has no references to groups ("\\${letter}")`);
  return `\\${letter}`;
}

function translatePosixClass(name: string): string {
  const members = POSIX_CLASSES.get(name);
  if (members === undefined) throw new SyntaxError(`there is no class [:${name}:]`);
  return members;
}
