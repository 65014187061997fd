const NARROW = new Set(".,:;'!|iljtfrI()[]{}- ");
const WIDE = new Set('mwMW@%');

/**
 * Returns about how wide a text is in the font of the chart, in pixels, without asking the browser: charts are laid out
 * on a server as well. It is rather too wide than too narrow.
 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
  }
  return width * fontSize;
}

function characterWidth(character: string): number {
  if (NARROW.has(character)) {
    return 0.4;
  }
  if (WIDE.has(character)) {
    return 0.9;
  }
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) {
    return 1;
  }
  return character >= 'A' && character <= 'Z' ? 0.72 : 0.64;
}
