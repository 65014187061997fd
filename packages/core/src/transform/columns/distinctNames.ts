/** Returns names that differ: one that was there before is numbered. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const counts = new Map<string, number>();
  return names.map((name) => {
    let count = counts.get(name) ?? 1;
    let free = name;
    if (count > 1) {
      while (taken.has(free)) {
        free = `${name} ${count}`;
        count += 1;
      }
      taken.add(free);
    } else {
      count = 2;
    }
    counts.set(name, count);
    return free;
  });
}
