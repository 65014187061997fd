import type { ServerConfig } from './ServerConfig.ts';

/**
 * Parses the server's configuration file; the empty text gives the defaults.
 *
 * @param fileName - The name under which errors speak of the file.
 * @throws {@link ScrapeConfigError} When the file has faults; it lists them all.
 */
export function parseConfig(text: string, fileName: string): ServerConfig {
  if (text.trim() !== '') throw new Error(`${fileName}: files are not read yet`);
  return {
    global: { scrapeIntervalMs: 60_000, scrapeTimeoutMs: 10_000, externalLabels: {} },
    scrapeConfigs: [],
    collect: { host: true, process: true, intervalMs: 5_000 },
  };
}
