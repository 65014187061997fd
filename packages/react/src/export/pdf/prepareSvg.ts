import { isWinAnsi, toCommonCharacters } from './winAnsi.ts';

/** The font of documents: one that every PDF reader has. */
const PLAIN_FONT = 'helvetica';
const CODE_FONT = 'courier';

/** What became of the texts of a picture. */
export interface PreparedSvg {
  readonly svg: string;
  /** Whether characters were replaced because no font has them. */
  readonly isLossy: boolean;
}

/** A font that is embedded. */
export interface EmbeddedFont {
  readonly family: string;
  hasCharacter(character: string): boolean;
}

/** Returns whether a picture has characters that the fonts of every PDF reader lack. */
export function needsFont(svg: string): boolean {
  return [...toCommonCharacters(svg)].some((character) => !isWinAnsi(character));
}

/** Makes the texts of a picture ready for a document: each in a font that has its characters. */
export function prepareSvg(svg: string, font: EmbeddedFont | undefined): PreparedSvg {
  let isLossy = false;
  const bold = toCommonCharacters(svg)
    .replace(/(<svg\b[^>]*?) font-family="[^"]*"/, `$1 font-family="${PLAIN_FONT}"`)
    .replace(/ font-family="[^"]*monospace[^"]*"/g, ` font-family="${CODE_FONT}"`)
    .replaceAll('font-weight="600"', 'font-weight="bold"');
  const prepared = bold.replace(/<text\b[\s\S]*?<\/text>/g, (text) => {
    if ([...text].every(isWinAnsi)) return text;
    const has = (character: string): boolean => isWinAnsi(character) || font?.hasCharacter(character) === true;
    const written = [...text].map((character) => (has(character) ? character : '?')).join('');
    if (written !== text) isLossy = true;
    if (font === undefined) return written;
    const bare = written.replace(/ font-(?:family|style)="[^"]*"/g, '');
    return bare.replace('<text', `<text font-family="${font.family}"`);
  });
  return { svg: prepared, isLossy };
}
