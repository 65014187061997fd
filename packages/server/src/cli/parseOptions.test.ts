import { describe, expect, it } from 'vitest';
import { parseOptions } from './parseOptions.ts';
import { UsageError } from './UsageError.ts';

const DEFAULTS = {
  folder: 'data',
  host: '127.0.0.1',
  port: 4401,
  configFile: undefined,
  retentionMs: 15 * 86_400_000,
  headBytes: 256 * 1024 * 1024,
  queryLimits: {},
  corsOrigins: [],
  allowedHosts: [],
  requireKey: false,
  externalUrl: undefined,
  logLevel: 'info',
};

describe('parseOptions', () => {
  it('fills in the defaults', () => {
    expect(parseOptions(['--data', 'data'])).toEqual(DEFAULTS);
  });

  it.each([
    ['512MB', 512 * 1024 * 1024],
    ['1.5GB', 1536 * 1024 * 1024],
    ['0MB', 0],
  ])('takes %s of memory for samples', (text, headBytes) => {
    expect(parseOptions(['--data', 'data', '--head-memory', text])).toEqual({ ...DEFAULTS, headBytes });
  });

  it.each(['', '512', '-1MB', '1TB', '1e3MB'])('refuses %j as a size of memory', (text) => {
    expect(() => parseOptions(['--data', 'data', `--head-memory=${text}`])).toThrow(
      new UsageError(`--head-memory ${text} is no size; give one such as 256MB or 1.5GB`),
    );
  });

  it('takes what queries may use', () => {
    const args = ['--query-max-samples', '1000', '--query-timeout', '30s', '--query-max-concurrency', '20'];
    expect(parseOptions(['--data', 'data', ...args])).toEqual({
      ...DEFAULTS,
      queryLimits: { maxSamples: 1000, timeoutMs: 30_000, maxConcurrency: 20 },
    });
  });

  it.each([
    ['--query-max-samples', '0', 'is no number of them; give a whole number from 1 on'],
    ['--query-max-concurrency', '1.5', 'is no number of them; give a whole number from 1 on'],
    ['--query-timeout', '0s', 'is no time for a query; give one from 1ms to 24d, such as 2m'],
    ['--query-timeout', '25d', 'is no time for a query; give one from 1ms to 24d, such as 2m'],
  ])('refuses %s %s', (option, text, reason) => {
    expect(() => parseOptions(['--data', 'data', option, text])).toThrow(new UsageError(`${option} ${text} ${reason}`));
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

  it.each(['0.0.0.0', '::', '192.168.1.5', 'metrics.lan'])('listens on %s', (host) => {
    expect(parseOptions(['--data', 'data', '--host', host])).toEqual({ ...DEFAULTS, host });
  });

  it('takes where people reach the server, and whether this machine needs a key', () => {
    const more = ['--external-url', 'https://metrics.example/g', '--require-key'];
    expect(parseOptions(['--data', 'data', ...more])).toEqual({
      ...DEFAULTS,
      externalUrl: 'https://metrics.example/g',
      requireKey: true,
    });
  });

  it.each(['metrics.example', 'ftp://metrics.example', 'https://a.example?x=1', 'https://user@a.example'])(
    'refuses the external address "%s"',
    (url) => expect(() => parseOptions(['--data', 'data', '--external-url', url])).toThrow('is no address'),
  );

  it.each(['http://127.0.0.1', '', 'a b'])('refuses the host "%s"', (host) => {
    expect(() => parseOptions(['--data', 'data', `--host=${host}`])).toThrow('is no address');
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
