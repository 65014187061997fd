/** A set of characters: ranges of code points, Unicode properties, and other sets, or everything but those. */
export interface CharacterSet {
  /** Pairs of first and last code point. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** Patterns of one character each; for Unicode classes, which JavaScript knows by name. */
  readonly properties: readonly RegExp[];
  /** Sets that are part of this one, each with a negation of its own. */
  readonly sets: readonly CharacterSet[];
  readonly isNegated: boolean;
}

/** The places that a pattern can ask for without taking a character. */
export type Assertion = 'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'wordBoundary' | 'noWordBoundary';

/** A regular expression. */
export type RegexNode =
  | { readonly type: 'empty' }
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'set'; readonly set: CharacterSet }
  | { readonly type: 'any' }
  | { readonly type: 'assertion'; readonly assertion: Assertion }
  | { readonly type: 'concat'; readonly nodes: readonly RegexNode[] }
  | { readonly type: 'alternate'; readonly nodes: readonly RegexNode[] }
  | {
      readonly type: 'repeat';
      readonly node: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly isGreedy: boolean;
    }
  | { readonly type: 'capture'; readonly node: RegexNode; readonly index: number; readonly name: string | undefined };

/** Returns whether the set holds the character. */
export function hasCharacter(set: CharacterSet, code: number): boolean {
  const isIn =
    set.ranges.some(([first, last]) => code >= first && code <= last) ||
    set.sets.some((inner) => hasCharacter(inner, code)) ||
    (set.properties.length > 0 && set.properties.some((property) => property.test(String.fromCodePoint(code))));
  return isIn !== set.isNegated;
}
