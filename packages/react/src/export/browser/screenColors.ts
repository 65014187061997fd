import { type ColorToken, LIGHT_COLORS, type ThemeColors } from '../../theme/colorTokens.ts';
import { toRgb } from './legacyColors.ts';

/**
 * Returns the theme's colours as they are on the page, a host's own among them, in the light or in the dark.
 *
 * @param root - An element that the theme's custom properties hang on.
 */
export function screenColors(root: HTMLElement, theme: 'light' | 'dark'): Partial<ThemeColors> {
  const probe = document.createElement('span');
  probe.hidden = true;
  root.append(probe);
  try {
    const style = getComputedStyle(probe);
    probe.style.colorScheme = theme;
    const names = (Object.keys(LIGHT_COLORS) as ColorToken[]).filter(
      (name) => style.getPropertyValue(`--gp-${name}`).trim() !== '',
    );
    return Object.fromEntries(
      names.flatMap((name) => {
        probe.style.color = `var(--gp-${name})`;
        const color = toHex(style.color);
        return color === undefined ? [] : [[name, color]];
      }),
    );
  } finally {
    probe.remove();
  }
}

/** Returns a computed colour as the formats of files take it; nothing for one that cannot be seen through and read. */
function toHex(color: string): string | undefined {
  const channels = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(/^rgb/.test(color) ? color : toRgb(color));
  if (channels === null || Number(channels[4] ?? 1) < 1) return undefined;
  return `#${channels
    .slice(1, 4)
    .map((channel) => Number(channel).toString(16).padStart(2, '0'))
    .join('')}`;
}
