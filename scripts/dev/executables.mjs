import fs from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chromium-headless-shell'];

/**
 * @param {string} name - An executable.
 * @returns {string | undefined} where it is on the PATH.
 */
export function findExecutable(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** Returns the browser that tests run in: `CHROMIUM_PATH`, or a Chromium of this machine. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return fs.existsSync(given) ? given : undefined;
  return names.map(findExecutable).find((file) => file !== undefined);
}
