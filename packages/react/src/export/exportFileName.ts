import type { ExportFormat } from '@glasspane/core';

// Two names and a time stay below the 255 bytes that file systems allow, in every script.
const MAX_LENGTH = 40;

/**
 * Returns a name for a file: what it shows and when, in letters, digits and hyphens, so that no system, shell or archive
 * stumbles over it.
 *
 * @param timeMs - Milliseconds since the epoch; written in UTC.
 */
export function exportFileName(names: readonly string[], timeMs: number, format: ExportFormat): string {
  const stem = names
    .map((name) => slug(name))
    .filter((name) => name !== '')
    .join('-');
  const time = new Date(timeMs).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return `${stem === '' ? 'dashboard' : stem}-${time}.${format}`;
}

function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  // Cut by code points, so that no character is torn apart.
  return [...words]
    .slice(0, MAX_LENGTH)
    .join('')
    .normalize('NFC')
    .replace(/^-+|-+$/g, '');
}
