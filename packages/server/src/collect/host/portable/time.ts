import type { Clock } from '@glasspane/core';
import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector } from '../HostCollector.ts';

/** Reads the host's clock. */
export function createTimeCollector(clock: Clock): HostCollector {
  return {
    name: 'time',
    collect: () => [gauge('node_time_seconds', "The host's clock, in seconds since the epoch.", clock.now() / 1000)],
  };
}
