import os from 'node:os';
import type { Clock } from '@glasspane/core';
import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector } from '../HostCollector.ts';

/** Works out when the host started, where there is no `/proc`. */
export function createPortableBootTimeCollector(clock: Clock): HostCollector {
  return {
    name: 'boottime',
    collect() {
      // Rounded, so that the two clocks' jitter does not look like a restart.
      const bootSeconds = Math.round(clock.now() / 1000 - os.uptime());
      return [gauge('node_boot_time_seconds', 'When the host started, in seconds since the epoch.', bootSeconds)];
    },
  };
}
