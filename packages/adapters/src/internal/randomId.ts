/** Returns an id such as `prometheus-1f8a09c3d2e4b567` that no other instance has. */
export function randomId(prefix: string): string {
  // Not randomUUID: browsers have it only on https pages, and dashboards also live on plain intranets.
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${prefix}-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
