import { describe, expect, it } from 'vitest';
import { parseOptions, UsageError } from './parseOptions.ts';

const DEFAULTS = {
  folder: 'data',
  host: '127.0.0.1',
  port: 4401,
  configFile: undefined,
  retentionMs: 15 * 86_400_000,
  corsOrigins: [],
  allowedHosts: [],
  logLevel: 'info',
};

describe('parseOptions', () => {
  it('fills in the defaults', () => {
    expect(parseOptions(['--data', 'data'])).toEqual(DEFAULTS);
  });

  it('takes several allowed hosts, or any', () => {
    const hosts = ['--allowed-host', 'Metrics.example', '--allowed-host', '[fd00::7]'];
    expect(parseOptions(['--data', 'data', ...hosts])).toEqual({
      ...DEFAULTS,
      allowedHosts: ['Metrics.example', '[fd00::7]'],
    });
    expect(parseOptions(['--data', 'data', ...hosts, '--allowed-host', '*'])).toEqual({
      ...DEFAULTS,
      allowedHosts: '*',
    });
  });

  it.each(['metrics.example:8443', 'https://metrics.example', 'metrics.example/', 'a b', ''])(
    'refuses the allowed host "%s"',
    (host) => {
      expect(() => parseOptions(['--data', 'data', '--allowed-host', host])).toThrow(
        new UsageError(`--allowed-host ${host} is no host; give one such as metrics.example, without port and path`),
      );
    },
  );
});
