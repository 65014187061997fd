import type { DuckDBConnection } from '@duckdb/node-api';
import { GlasspaneError } from '@glasspane/core';
import type { LineFilterOperator } from '@glasspane/core/logs';
import { createMatcherPredicate, type Labels, type Matcher } from '@glasspane/promql';
import type { LogSearch, LogTimeRange, StoredLog } from './LogSearch.ts';
import type { LogStream } from './StreamCatalog.ts';

/** What the search may look at and bring. */
export interface SearchScope {
  readonly streams: readonly LogStream[];
  readonly maxBytes: number;
}

// The database's regular expressions are RE2, as LogQL's are: they take time linear in the line.
const CONDITIONS: Readonly<Record<LineFilterOperator, (parameter: string) => string>> = {
  '|=': (parameter) => `contains(line, ${parameter})`,
  '!=': (parameter) => `NOT contains(line, ${parameter})`,
  '|~': (parameter) => `regexp_matches(line, ${parameter})`,
  '!~': (parameter) => `NOT regexp_matches(line, ${parameter})`,
};

/**
 * Finds lines, in the order of the search's direction.
 *
 * @throws {@link GlasspaneError} `too_many_samples` when the lines are more than may be brought at once.
 */
export async function searchLogs(
  connection: DuckDBConnection,
  search: LogSearch,
  { streams, maxBytes }: SearchScope,
): Promise<readonly StoredLog[]> {
  if (streams.length === 0 || search.limit === 0) return [];
  const byId = new Map(streams.map((stream) => [stream.id, stream]));
  const parameters: string[] = [];
  const bind = (value: string): string => `$${parameters.push(value)}`;
  const conditions = [
    inTimeRange(search),
    `stream_id IN (${[...byId.keys()].join()})`,
    ...search.query.filters.map(({ operator, value }) => CONDITIONS[operator](bind(value))),
    ...search.query.labelFilters.map((matcher) => labelCondition(matcher, streams, bind)),
  ];
  const order = search.direction === 'forward' ? 'ASC' : 'DESC';
  // In one transaction, so that rows keep their place between the two reads. It ends with the connection.
  await connection.run('BEGIN');
  // Which lines first, and only then the lines: those that are not wanted may be large.
  const found = await connection.runAndReadAll(
    `SELECT rowid, strlen(line) FROM log_entries WHERE ${conditions.join(' AND ')}
     ORDER BY time_ns ${order}, seq ${order} LIMIT ${search.limit}`,
    parameters,
  );
  const rows = found.getRows();
  if (rows.length === 0) return [];
  const bytes = rows.reduce((sum, [, length]) => sum + Number(length), 0);
  if (bytes > maxBytes) throw tooLarge(maxBytes);
  const lines = await connection.runAndReadAll(
    `SELECT stream_id, time_ns, line, metadata FROM log_entries WHERE rowid IN (${rows.map(([id]) => String(id)).join()})
     ORDER BY time_ns ${order}, seq ${order}`,
  );
  return lines.getRows().flatMap(([id, timeNs, line, metadata]) => {
    const stream = byId.get(Number(id));
    if (stream === undefined) return [];
    return [
      {
        labels: stream.labels,
        timeNs: BigInt(String(timeNs)),
        line: String(line),
        metadata: metadata === null ? undefined : (JSON.parse(String(metadata)) as Labels),
      },
    ];
  });
}

/** A label of the stream counts before one of the line, and one that neither has is the empty text. */
function labelCondition(matcher: Matcher, streams: readonly LogStream[], bind: (value: string) => string): string {
  const isMatch = createMatcherPredicate(matcher);
  const { name, operator, value } = matcher;
  const [withLabel, without] = partition(streams, ({ labels }) => Object.hasOwn(labels, name));
  const matching = withLabel.filter(({ labels }) => isMatch(labels[name] ?? ''));
  const own = `coalesce(json_extract_string(metadata, ${bind(`$.${JSON.stringify(name)}`)}), '')`;
  // As in a stream selector the expression is anchored, and its dot takes line breaks.
  const isRegex = operator === '=~' || operator === '!~';
  const positive = isRegex ? `regexp_full_match(${own}, ${bind(`(?s:${value})`)})` : `${own} = ${bind(value)}`;
  const condition = operator.startsWith('!') ? `NOT ${positive}` : positive;
  return `(${among(matching)} OR (${among(without)} AND ${condition}))`;
}

function among(streams: readonly LogStream[]): string {
  return streams.length === 0 ? 'false' : `stream_id IN (${streams.map(({ id }) => id).join()})`;
}

function partition<TItem>(items: readonly TItem[], isFirst: (item: TItem) => boolean): [TItem[], TItem[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Returns the numbers of the streams that have a line in a stretch of time. */
export async function streamsWithin(connection: DuckDBConnection, range: LogTimeRange): Promise<ReadonlySet<number>> {
  const result = await connection.runAndReadAll(
    `SELECT DISTINCT stream_id FROM log_entries WHERE ${inTimeRange(range)}`,
  );
  return new Set(result.getRows().map(([id]) => Number(id)));
}

// One more than the least, whose sign would be read apart from its digits.
const MIN = -(2n ** 63n) + 1n;
const MAX = 2n ** 63n - 1n;
const clamp = (timeNs: bigint): bigint => (timeNs < MIN ? MIN : timeNs > MAX ? MAX : timeNs);

function inTimeRange({ startNs = MIN, endNs = MAX }: LogTimeRange): string {
  return `time_ns >= ${clamp(startNs)}::BIGINT AND time_ns < ${clamp(endNs)}::BIGINT`;
}

function tooLarge(maxBytes: number): GlasspaneError {
  return new GlasspaneError(
    'too_many_samples',
    `the lines found are over the limit of ${maxBytes} bytes; ask for fewer lines, less time, or filter more narrowly`,
  );
}
