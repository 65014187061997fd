import { counter, type LabelledValue } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

// Where the fields stand in a line of /proc/net/dev, after the device.
const FIELDS = [
  ['receive_bytes', 0, 'Bytes received.'],
  ['receive_packets', 1, 'Packets received.'],
  ['receive_errs', 2, 'Packets that arrived damaged.'],
  ['receive_drop', 3, 'Packets that arrived and were dropped.'],
  ['transmit_bytes', 8, 'Bytes sent.'],
  ['transmit_packets', 9, 'Packets sent.'],
  ['transmit_errs', 10, 'Packets that could not be sent because of errors.'],
  ['transmit_drop', 11, 'Packets that were dropped on their way out.'],
] as const;

/** Reads the traffic of the network devices. */
export function createNetworkCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'netdev',
    collect() {
      const devices = readProcLines(proc, 'net/dev')
        .slice(2)
        .map((line) => {
          // A device's name may hold a colon (an alias), the counters do not.
          const colon = line.lastIndexOf(':');
          return {
            device: line.slice(0, colon).trim(),
            fields: line
              .slice(colon + 1)
              .trim()
              .split(/\s+/),
          };
        });
      return FIELDS.map(([name, index, help]) => {
        const values = devices.map(({ device, fields }): LabelledValue => [{ device }, Number(fields[index])]);
        return counter(`node_network_${name}_total`, help, values);
      });
    },
  };
}
