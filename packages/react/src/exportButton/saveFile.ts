import type { ExportedFile } from '@glasspane/core';

/** How long a browser may take to begin reading what it was told to save. */
const KEEP_MS = 60_000;

/** Lets the browser save a file, as if a link to it was pressed. */
export function saveFile({ bytes, contentType, fileName }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
