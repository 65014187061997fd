import { parseArgs } from 'node:util';
import { parseDurationMs } from '@glasspane/promql/syntax';
import type { AllowedHosts } from '../http/allowHosts.ts';
import type { CorsOrigins } from '../http/cors.ts';
import { isLoopback } from '../http/isLoopback.ts';
import { LOG_LEVELS, type LogLevel } from '../log/Logger.ts';
import { messageOf } from '../store/storeErrors.ts';

/** What the command line asks for. */
export interface CliOptions {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly configFile: string | undefined;
  readonly retentionMs: number;
  readonly corsOrigins: CorsOrigins;
  readonly allowedHosts: AllowedHosts;
  readonly logLevel: LogLevel;
}

/** The command line cannot be followed; the message says why and what would be right. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** The text of `--help`. */
export const HELP = `Usage: glasspane-server --data DIR [options]

Collects metrics, keeps them in one folder and answers Prometheus's HTTP API.

Options:
  --data DIR             the folder that holds the data; one server at a time (required)
  --port PORT            the port to listen on, 0 for any free one (default 4401)
  --host HOST            the loopback address to listen on (default 127.0.0.1)
  --config FILE          what to collect, in the form of Prometheus's scrape_configs
                         (default: this host, this server and its HTTP traffic, every 5 s)
  --retention DURATION   how long samples are kept, such as 12h or 30d (default 15d)
  --cors-origin ORIGIN   a page that may read answers, such as https://app.example, or * for any;
                         may be given several times (pages of this machine always may)
  --allowed-host HOST    another name that requests may ask for, where a proxy passes it on, or * for
                         any; may be given several times (names of this machine always may)
  --log-level LEVEL      debug, info, warn, error or silent (default info)
  --help                 print this text
  --version              print the version
`;

/**
 * Reads the command line.
 *
 * @throws {@link UsageError} When it cannot be followed.
 */
export function parseOptions(args: readonly string[]): CliOptions | 'help' | 'version' {
  const values = parseFlags(args);
  if (values.help === true) return 'help';
  if (values.version === true) return 'version';
  if (values.data === undefined || values.data === '')
    throw new UsageError('--data is missing: name the folder for the data');
  return {
    folder: values.data,
    host: parseHost(values.host),
    port: parsePort(values.port),
    configFile: values.config,
    retentionMs: parseRetention(values.retention),
    corsOrigins: parseOrigins(values['cors-origin'] ?? []),
    allowedHosts: parseAllowedHosts(values['allowed-host'] ?? []),
    logLevel: parseLogLevel(values['log-level']),
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '4401' },
        host: { type: 'string', default: '127.0.0.1' },
        config: { type: 'string' },
        retention: { type: 'string', default: '15d' },
        'cors-origin': { type: 'string', multiple: true },
        'allowed-host': { type: 'string', multiple: true },
        'log-level': { type: 'string', default: 'info' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

function parseHost(host: string): string {
  if (isLoopback(host)) return host;
  throw new UsageError(
    `--host ${host} would let anybody on the network read and write: the server has no keys yet. Listen on 127.0.0.1, and put a proxy that asks for credentials in front of it.`,
  );
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port; give a number from 0 to 65535`);
}

function parseRetention(text: string): number {
  const retentionMs = parseDurationMs(text);
  if (retentionMs !== undefined && retentionMs > 0) return retentionMs;
  throw new UsageError(`--retention ${text} is no duration; give one such as 12h or 30d`);
}

function parseOrigins(texts: readonly string[]): CorsOrigins {
  if (texts.includes('*')) return '*';
  for (const text of texts) {
    if (!URL.canParse(text) || new URL(text).origin !== text) {
      throw new UsageError(
        `--cors-origin ${text} is no origin; give one such as https://app.example:8443, without a path`,
      );
    }
  }
  return texts;
}

function parseAllowedHosts(texts: readonly string[]): AllowedHosts {
  if (texts.includes('*')) return '*';
  for (const text of texts) {
    if (!URL.canParse(`http://${text}`) || new URL(`http://${text}`).hostname !== text.toLowerCase()) {
      throw new UsageError(
        `--allowed-host ${text} is no host; give one such as metrics.example, without port and path`,
      );
    }
  }
  return texts;
}

function parseLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new UsageError(`--log-level ${text} is unknown; give one of ${LOG_LEVELS.join(', ')}`);
}
