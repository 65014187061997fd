import type { MetricFamily } from '../exposition/Exposition.ts';

/** Reads one aspect of this host. */
export interface HostCollector {
  /** What node_exporter calls the collector. */
  readonly name: string;
  /** @throws Error When the host does not give what the collector reads; with the `code` `ENOENT` or `ENOTSUP` where it never will. */
  collect(): readonly MetricFamily[] | Promise<readonly MetricFamily[]>;
}

/** Where Linux shows its state. */
export interface LinuxPaths {
  /** `/proc`, or where a container has the host's. */
  readonly proc: string;
}
