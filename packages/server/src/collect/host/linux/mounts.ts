import { readProcLines } from './readProc.ts';

/** One line of the kernel's table of mounts. */
export interface Mount {
  readonly device: string;
  readonly mountpoint: string;
  readonly fstype: string;
  readonly isReadOnly: boolean;
}

/** Reads what is mounted: as the first process sees it, or this one where that is not allowed. Each mount once. */
export function readMounts(procPath: string): readonly Mount[] {
  const mounts = new Map<string, Mount>();
  for (const line of readMountLines(procPath)) {
    const [device = '', mountpoint = '', fstype = '', options = ''] = line.split(' ').map(unescapeField);
    const isReadOnly = options.split(',').includes('ro');
    mounts.set(JSON.stringify([device, mountpoint, fstype]), { device, mountpoint, fstype, isReadOnly });
  }
  return [...mounts.values()];
}

function readMountLines(procPath: string): readonly string[] {
  try {
    return readProcLines(procPath, '1/mounts');
  } catch {
    return readProcLines(procPath, 'self/mounts');
  }
}

/** The kernel writes blanks and backslashes in octal: `\040`. */
function unescapeField(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
