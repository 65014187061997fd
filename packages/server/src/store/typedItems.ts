/**
 * Returns the array behind a column of the database's result. The library only hands out one item after the other, which
 * takes several times longer.
 */
export function typedItems<TArray>(vector: object, kind: new (...args: never[]) => TArray): TArray {
  const items: unknown = Reflect.get(vector, 'items');
  if (items instanceof kind) return items;
  throw new TypeError(`the database's column is no ${kind.name}`);
}
