import { describe, expect, it } from 'vitest';
import { parseImportOptions } from './parseImportOptions.ts';
import { UsageError } from './UsageError.ts';

const DEFAULTS = {
  files: ['a.om'],
  destination: { type: 'folder', folder: 'data' },
  format: undefined,
  timestampMs: undefined,
  isStrict: false,
  shouldRestart: false,
  retentionMs: 15 * 86_400_000,
};
const FOLDER = ['--data', 'data', 'a.om'];
const parse = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => parseImportOptions(args, env);

describe('parseImportOptions', () => {
  it('fills in the defaults', () => expect(parse(FOLDER)).toEqual(DEFAULTS));

  it('takes several files, the standard input and every option', () => {
    const more = ['--format', 'openmetrics', '--strict', '--restart', '--retention', '1d', '-'];
    expect(parse([...FOLDER, ...more])).toEqual({
      ...DEFAULTS,
      files: ['a.om', '-'],
      ...{ format: 'openmetrics', isStrict: true, shouldRestart: true, retentionMs: 86_400_000 },
    });
  });

  it.each([
    ['1700000000.5', 1_700_000_000_500],
    ['2026-01-31T12:00:00Z', Date.UTC(2026, 0, 31, 12)],
  ])('reads the time %s', (text, timestampMs) => {
    expect(parse([...FOLDER, '--timestamp', text])).toEqual({ ...DEFAULTS, timestampMs });
  });

  it('takes the key of a server from the command line, or else from the environment', () => {
    const url = 'http://127.0.0.1:4401';
    const args = ['--url', url, 'a.om'];
    expect(parse(args)).toEqual({ ...DEFAULTS, destination: { type: 'server', url, key: undefined } });
    const env = { GLASSPANE_KEY: 'gp_env' };
    expect(parse(args, env)).toMatchObject({ destination: { key: 'gp_env' } });
    expect(parse([...args, '--key', 'gp_arg'], env)).toMatchObject({ destination: { key: 'gp_arg' } });
  });

  it('asks for help', () => expect(parse(['--help'])).toBe('help'));

  it.each([
    ['no folder', ['a.om'], '--data is missing: name the data folder of the server, or a server that runs with --url'],
    ['two places', ['--url', 'http://a', ...FOLDER], '--data and --url are both given; choose one'],
    ['no file', ['--data', 'data'], 'no file is given; name one or more, or - for the standard input'],
    ['an address that is none', ['--url', 'localhost:4401', 'a'], '--url localhost:4401 is no address'],
    [
      'an unknown format',
      [...FOLDER, '--format', 'csv'],
      '--format csv is unknown; give one of openmetrics, prometheus',
    ],
    ['a time that is none', [...FOLDER, '--timestamp', 'now'], '--timestamp now is no time'],
    ['an unknown flag', [...FOLDER, '--dta', 'x'], "Unknown option '--dta'"],
  ])('refuses %s', (_, args, message) => {
    expect(() => parse(args)).toThrow(UsageError);
    expect(() => parse(args)).toThrow(message);
  });
});
