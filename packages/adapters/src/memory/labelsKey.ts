/**
 * Returns a text that two label sets share exactly when they are equal.
 *
 * @param entries - The labels sorted by name.
 */
export function labelsKey(entries: readonly (readonly [name: string, value: string])[]): string {
  let key = '';
  // Lengths in front, because names and values may hold any separator one could think of.
  for (const [name, value] of entries) key += `${name.length}:${name}${value.length}:${value}`;
  return key;
}
