/** A label value of 50 kB, by a short text that is repeated and an end. */
export interface EvilCase {
  readonly pattern: string;
  readonly repeated: string;
  readonly end: string;
  readonly isMatch: boolean;
}

const evil = (pattern: string, repeated: string, end: string, isMatch = false): EvilCase => ({
  pattern,
  repeated,
  end,
  isMatch,
});

/** Expressions that make a backtracking machine hang, or a compiling one swell. */
export const EVIL: readonly EvilCase[] = [
  evil('(a+)+$', 'a', '', true),
  evil('(a+)+$', 'a', '!'),
  evil('([a-zA-Z]+)*', 'a', '1'),
  evil('(a|aa)+$', 'a', 'b'),
  evil('(a|a)*b', 'a', ''),
  evil('(a*)*b', 'a', 'c'),
  evil('(a|b|ab)*c', 'ab', ''),
  evil('(.*)*x', 'a', ''),
  evil('(.*a){20}', 'a', '', true),
  evil('(.*,){11}P', '1,', ''),
  evil('(x+x+)+y', 'x', ''),
  evil('^(([a-z])+.)+[A-Z]([a-z])+$', 'a', ''),
  evil('(a{1,50}){1,20}', 'a', ''),
  evil('(a?){500}a{500}', 'a', ''),
  evil('.*a.{15}', 'abbabaab', 'b'.repeat(16)),
  evil(String.raw`(\p{L}|\p{N}|[[:alpha:]])+!`, 'aé', ''),
  evil('(?i)(straße|ÄÖÜ|[k-s])*x', 'StraßeKS', ''),
  evil('(?i:(α|β|[a-z])+)!', 'ΑΒz', ''),
  evil(String.raw`(\b\w+\b ?)+!`, 'ab ', ''),
  evil('(?:label[0-9]|label[0-9]x|.*)*y', 'label1', ''),
];

/** Expressions of many alternatives, to be refused or answered. */
export const HUGE: string = Array.from({ length: 3000 }, (_, index) => `label${index * 17}`).join('|');
