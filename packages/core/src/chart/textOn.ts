/**
 * Returns the colour of text that is read best on a background, given as hex: black or white.
 *
 * @public
 */
export function textOn(background: string): string {
  const hex = background.length < 6 ? background.replace(/[^#]/g, '$&$&') : background;
  const channel = (at: number): number => {
    const value = (Number.parseInt(hex.slice(at, at + 2), 16) || 0) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  // Where the contrast with white, (1 + 0.05) / (luminance + 0.05), is as large as that with black.
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
