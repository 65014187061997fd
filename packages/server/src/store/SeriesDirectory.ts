import type { LabelRequest } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { parseSelector } from '@glasspane/promql/syntax';
import type { Head } from './Head.ts';
import type { SeriesCatalog } from './SeriesCatalog.ts';

/** What a {@link SeriesDirectory} looks things up in. */
export interface SeriesDirectoryOptions {
  readonly head: Head;
  readonly catalog: SeriesCatalog;
  /** Resolves once the catalog knows from when to when each series has samples. */
  readonly knowTimes: () => Promise<void>;
}

/**
 * Says which series and labels there are in a time range: exactly where the head covers it; else series count whose first
 * and last sample enclose it.
 */
export class SeriesDirectory {
  readonly #options: SeriesDirectoryOptions;

  constructor(options: SeriesDirectoryOptions) {
    this.#options = options;
  }

  async series(request: LabelRequest): Promise<readonly Labels[]> {
    return limited(await this.#matching(request), request.limit);
  }

  /** Returns the names sorted, each once. */
  async labelNames(request: LabelRequest): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const labels of await this.#matching(request)) for (const name of Object.keys(labels)) names.add(name);
    return limited([...names].sort(), request.limit);
  }

  /** Returns the values sorted, each once. */
  async labelValues(name: string, request: LabelRequest): Promise<readonly string[]> {
    const values = new Set<string>();
    for (const labels of await this.#matching(request)) {
      const value = Object.hasOwn(labels, name) ? labels[name] : undefined;
      if (value !== undefined) values.add(value);
    }
    return limited([...values].sort(), request.limit);
  }

  async #matching(request: LabelRequest): Promise<readonly Labels[]> {
    const { head, catalog, knowTimes } = this.#options;
    const { selectors = [], startMs = Number.NEGATIVE_INFINITY, endMs = Number.POSITIVE_INFINITY } = request;
    const sets = selectors.length === 0 ? [[]] : selectors.map(parseSelector);
    if (startMs >= head.startMs) return head.series(sets, startMs, endMs);
    await knowTimes();
    const found = sets.flatMap((matchers) => catalog.select(matchers, startMs, endMs));
    return Array.from(new Set(found), ({ labels }) => labels);
  }
}

function limited<TItem>(items: readonly TItem[], limit: number | undefined): readonly TItem[] {
  return limit === undefined ? items : items.slice(0, limit);
}
