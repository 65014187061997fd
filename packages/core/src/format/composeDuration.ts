const PARTS = [
  { seconds: 86_400, suffix: 'd' },
  { seconds: 3600, suffix: 'h' },
  { seconds: 60, suffix: 'm' },
  { seconds: 1, suffix: 's' },
] as const;

/** Returns a duration in its two or three largest parts: `3d 4h 5m`, `12m 30s`; below a second in milliseconds. */
export function composeDuration(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  let rest = Math.abs(seconds);
  const milliseconds = Math.round(rest * 1000);
  if (milliseconds > 0 && milliseconds < 1000) {
    return `${sign}${milliseconds}ms`;
  }
  rest = Math.round(rest);
  const first = PARTS.findIndex((part) => rest >= part.seconds);
  if (first < 0) {
    return '0s';
  }
  const texts: string[] = [];
  for (const part of PARTS.slice(first, first + 3)) {
    const count = Math.floor(rest / part.seconds);
    rest -= count * part.seconds;
    if (count > 0) {
      texts.push(`${count}${part.suffix}`);
    }
  }
  return sign + texts.join(' ');
}
