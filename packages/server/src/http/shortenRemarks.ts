const MOST = 10;

/** Returns the first remarks of one severity, and how many more there are, as Prometheus does. */
export function shortenRemarks(messages: readonly string[], severity: 'warning' | 'info'): readonly string[] {
  if (messages.length <= MOST) return messages;
  return [...messages.slice(0, MOST), `${messages.length - MOST} more ${severity} annotations omitted`];
}
