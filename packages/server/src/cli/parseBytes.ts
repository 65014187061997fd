import { UsageError } from './UsageError.ts';

const UNITS: ReadonlyMap<string, number> = new Map([
  ['MB', 1024 ** 2],
  ['GB', 1024 ** 3],
]);

/**
 * Reads an option that says how much memory something may take, and returns it in bytes.
 *
 * @throws {@link UsageError} When it is no such size.
 */
export function parseBytes(option: string, text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(MB|GB)$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : UNITS.get(unit);
  if (number !== undefined && factor !== undefined) return Math.floor(Number(number) * factor);
  throw new UsageError(`${option} ${text} is no size; give one such as 256MB or 1.5GB`);
}
