import { readFileSync } from 'node:fs';
import os from 'node:os';
import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector } from '../HostCollector.ts';

/** Reads which system this is. */
export function createUnameCollector(): HostCollector {
  return {
    name: 'uname',
    collect() {
      const labels = {
        domainname: readDomainName(),
        machine: os.machine(),
        nodename: os.hostname(),
        release: os.release(),
        sysname: os.type(),
        version: os.version(),
      };
      return [
        gauge('node_uname_info', 'The operating system, as uname tells it; the value is always 1.', [[labels, 1]]),
      ];
    },
  };
}

function readDomainName(): string {
  try {
    return readFileSync('/proc/sys/kernel/domainname', 'utf8').trim();
  } catch {
    // Only Linux shows it.
    return '(none)';
  }
}
