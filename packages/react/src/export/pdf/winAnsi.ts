/** The characters beyond Latin-1 that the fonts of every PDF reader have (Windows code page 1252). */
const EXTRA = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** Characters that are another one to the eye. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['\u2009', '\u00a0'],
  ['\u202f', '\u00a0'],
  ['\u2011', '-'],
  ['\u2212', '-'],
]);

/** Returns the text with look-alikes in place of a few characters that need no font of their own. */
export function toCommonCharacters(text: string): string {
  return text.replace(/[\u2009\u202f\u2011\u2212]/g, (character) => ALIKE.get(character) ?? character);
}

/** Returns whether the fonts that every PDF reader has can write a character. */
export function isWinAnsi(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || EXTRA.has(character) || code < 0x20;
}
