import { parseArgs } from 'node:util';
import type { ExpositionFormat } from '../collect/exposition/parseExposition.ts';
import type { ImportOptions } from '../import/ImportOptions.ts';
import { messageOf } from '../store/storeErrors.ts';
import { parseRetention } from './parseRetention.ts';
import { UsageError } from './UsageError.ts';

/** What the command line of an import asks for. */
export interface ImportCliOptions extends ImportOptions {
  readonly files: readonly string[];
  readonly destination: ImportDestination;
}

/** Where samples go: into a data folder, or to a server that runs. */
export type ImportDestination =
  | { readonly type: 'folder'; readonly folder: string }
  | { readonly type: 'server'; readonly url: string; readonly key: string | undefined };

/** The text of `import --help`. */
export const IMPORT_HELP = `Usage: glasspane-server import --data DIR [options] FILE...
       glasspane-server import --url URL [--key KEY] [options] FILE...

Loads samples with their times: OpenMetrics or Prometheus text, compressed by gzip or not; - reads the standard input.

With --data they go straight into the folder of a server that does not run. What was loaded survives whatever happens,
and an import that was broken off goes on where it stopped when the same command is run again.
With --url they go to a server that runs, by remote write. That is slower, and begins again when it was broken off;
what is there already stays as it is.

Options:
  --data DIR             the data folder of the server; made where it is missing
  --url URL              the server, such as http://127.0.0.1:4401
  --key KEY              a key with the scope ingest, for a server on another machine
                         (default: what the environment variable GLASSPANE_KEY holds)
  --format FORMAT        openmetrics (times in seconds) or prometheus (times in milliseconds)
                         (default: what each file looks like)
  --timestamp TIME       the time of samples that come without one, such as 2026-01-31T12:00:00Z, or Unix seconds
                         (default: such lines are refused)
  --strict               stop at the first line that cannot be taken (default: go on with the rest)
  --restart              read files from the beginning that were imported before, in part or whole
  --retention DURATION   how long the server keeps samples: older ones are warned of (default 15d)
  --help                 print this text

Exit codes: 0 all lines are in, 1 some or all are not, 2 the command line cannot be followed, 130 stopped by Ctrl-C.
`;

const FORMATS: readonly ExpositionFormat[] = ['openmetrics', 'prometheus'];

/**
 * Reads the command line of an import, without the word itself.
 *
 * @throws {@link UsageError} When it cannot be followed.
 */
export function parseImportOptions(args: readonly string[], env: NodeJS.ProcessEnv): ImportCliOptions | 'help' {
  const { values, positionals } = parseFlags(args);
  if (values.help === true) return 'help';
  if (positionals.length === 0) throw new UsageError('no file is given; name one or more, or - for the standard input');
  return {
    files: positionals,
    destination: parseDestination(values, env),
    format: parseFormat(values.format),
    timestampMs: parseTimestamp(values.timestamp),
    isStrict: values.strict ?? false,
    shouldRestart: values.restart ?? false,
    retentionMs: parseRetention(values.retention),
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        url: { type: 'string' },
        key: { type: 'string' },
        format: { type: 'string' },
        timestamp: { type: 'string' },
        strict: { type: 'boolean' },
        restart: { type: 'boolean' },
        retention: { type: 'string', default: '15d' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

interface DestinationFlags {
  readonly data?: string | undefined;
  readonly url?: string | undefined;
  readonly key?: string | undefined;
}

function parseDestination({ data = '', url = '', key }: DestinationFlags, env: NodeJS.ProcessEnv): ImportDestination {
  if (data !== '' && url !== '') throw new UsageError('--data and --url are both given; choose one');
  if (data !== '') return { type: 'folder', folder: data };
  if (url === '')
    throw new UsageError('--data is missing: name the data folder of the server, or a server that runs with --url');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).search !== '')
    throw new UsageError(`--url ${url} is no address; give one such as http://127.0.0.1:4401`);
  return { type: 'server', url, key: key ?? env.GLASSPANE_KEY };
}

function parseFormat(text: string | undefined): ExpositionFormat | undefined {
  const format = FORMATS.find((known) => known === text);
  if (text === undefined || format !== undefined) return format;
  throw new UsageError(`--format ${text} is unknown; give one of ${FORMATS.join(', ')}`);
}

function parseTimestamp(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const timestampMs = /^\d+(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * 1000) : Date.parse(text);
  if (Number.isSafeInteger(timestampMs)) return timestampMs;
  throw new UsageError(`--timestamp ${text} is no time; give one such as 2026-01-31T12:00:00Z, or Unix seconds`);
}
