import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import type { AllowedHosts } from '../http/allowHosts.ts';
import type { CorsOrigins } from '../http/cors.ts';
import type { QueryLimits } from '../http/QueryLimits.ts';
import { LOG_LEVELS, type LogLevel } from '../log/Logger.ts';
import { messageOf } from '../store/storeErrors.ts';
import { parseBytes } from './parseBytes.ts';
import { parseQueryLimits } from './parseQueryLimits.ts';
import { parseRetention } from './parseRetention.ts';
import { UsageError } from './UsageError.ts';

/** What the command line asks for. */
export interface CliOptions {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly configFile: string | undefined;
  readonly retentionMs: number;
  readonly headBytes: number;
  readonly queryLimits: QueryLimits;
  readonly corsOrigins: CorsOrigins;
  readonly allowedHosts: AllowedHosts;
  readonly requireKey: boolean;
  readonly externalUrl: string | undefined;
  readonly logLevel: LogLevel;
}

/** The text of `--help`. */
export const HELP = `Usage: glasspane-server --data DIR [options]
       glasspane-server import --data DIR FILE...   (see glasspane-server import --help)

Collects metrics, keeps them in one folder and answers Prometheus's HTTP API.

Options:
  --data DIR             the folder that holds the data; one server at a time (required)
  --port PORT            the port to listen on, 0 for any free one (default 4401)
  --host HOST            the address to listen on, 0.0.0.0 for all (default 127.0.0.1); whoever is not on
                         this machine needs a key
  --config FILE          what to collect, in the form of Prometheus's scrape_configs
                         (default: this host, this server and its HTTP traffic, every 5 s)
  --retention DURATION   how long samples are kept, such as 12h or 30d (default 15d)
  --head-memory SIZE     how much memory samples may take, such as 512MB or 2GB: as much of the past as
                         fits in is kept there, the last 3 h always (default 256MB)
  --query-max-samples N  how many samples one query may read and make (default 50000000)
  --query-timeout DURATION
                         how long one query may take (default 2m)
  --query-max-concurrency N
                         how many queries run at once; up to 200 more wait (default 8)
  --cors-origin ORIGIN   a page that may ask, such as https://app.example, or * for any;
                         may be given several times (pages of this machine always may)
  --allowed-host HOST    another name that requests may ask for, where a proxy passes it on, or * for
                         any; may be given several times (names of this machine always may)
  --require-key          ask this machine for a key as well: for a proxy on it that sends no X-Forwarded-For
  --external-url URL     where people reach the server, for links in notifications
                         (default: the address that it listens on)
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
    headBytes: parseBytes('--head-memory', values['head-memory']),
    queryLimits: parseQueryLimits({
      maxSamples: values['query-max-samples'],
      timeout: values['query-timeout'],
      maxConcurrency: values['query-max-concurrency'],
    }),
    corsOrigins: parseOrigins(values['cors-origin'] ?? []),
    allowedHosts: parseAllowedHosts(values['allowed-host'] ?? []),
    requireKey: values['require-key'] ?? false,
    externalUrl: parseExternalUrl(values['external-url']),
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
        'head-memory': { type: 'string', default: '256MB' },
        'query-max-samples': { type: 'string' },
        'query-timeout': { type: 'string' },
        'query-max-concurrency': { type: 'string' },
        'cors-origin': { type: 'string', multiple: true },
        'allowed-host': { type: 'string', multiple: true },
        'require-key': { type: 'boolean' },
        'external-url': { type: 'string' },
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
  if (isIP(host) !== 0 || /^[\w.-]+$/.test(host)) return host;
  throw new UsageError(`--host ${host} is no address; give one such as 127.0.0.1, or 0.0.0.0 for all`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port; give a number from 0 to 65535`);
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

function parseExternalUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && url.search === '' && url.hash === '' && url.username === '';
  if (isPlain && /^https?:$/.test(url.protocol)) return text;
  throw new UsageError(`--external-url ${text} is no address; give one such as https://metrics.example/glasspane`);
}

function parseLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new UsageError(`--log-level ${text} is unknown; give one of ${LOG_LEVELS.join(', ')}`);
}
