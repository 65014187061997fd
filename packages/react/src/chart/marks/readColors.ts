/**
 * Returns a style that lets the browser work colours out without showing them: shadows of a text that is not there.
 * {@link readColors} reads what became of them.
 */
export function colorStyle(colors: readonly string[]): string {
  return colors.map((color) => `0 0 ${color}`).join(', ');
}

/** Returns the colours of {@link colorStyle} as the element's theme has them, in their order. */
export function readColors(element: Element): readonly string[] {
  const shadows = getComputedStyle(element).textShadow;
  // Browsers write a colour before the lengths, or after them.
  return shadows.split(/,(?![^(]*\))/).map((shadow) => shadow.replaceAll(LENGTHS, '').trim());
}

const LENGTHS = /(?:^|\s)-?[\d.]+px/g;
