import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogFields, Logger } from '../log/Logger.ts';
import type { IncomingLog } from './IncomingLog.ts';
import { OwnLog } from './OwnLog.ts';

let written: (readonly [string, string, LogFields | undefined])[];
let stored: IncomingLog[];
let ownLog: OwnLog;

const NOW_MS = 1_700_000_000_000;

beforeEach(() => {
  written = [];
  stored = [];
  const at =
    (level: string) =>
    (message: string, fields?: LogFields): void =>
      void written.push([level, message, fields]);
  const plain: Logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  ownLog = new OwnLog(plain, { now: () => NOW_MS });
});

const store = async (logs: readonly IncomingLog[]): Promise<void> => void stored.push(...logs);
const lines = (): readonly string[] => stored.map(({ line }) => line);

describe('OwnLog', () => {
  it('writes at once, and stores what was said before the store was there', async () => {
    ownLog.log.info('started', { port: 1 });
    ownLog.log.warn('slow');
    ownLog.log.debug('only for the operator');
    expect(written.map(([level, message]) => `${level} ${message}`)).toEqual([
      'info started',
      'warn slow',
      'debug only for the operator',
    ]);
    ownLog.connect(store);
    await ownLog.disconnect();
    expect(stored).toEqual([
      {
        labels: { app: 'glasspane-server', level: 'info' },
        timeNs: BigInt(NOW_MS) * 1_000_000n,
        line: 'level=info msg=started port=1',
      },
      {
        labels: { app: 'glasspane-server', level: 'warn' },
        timeNs: BigInt(NOW_MS) * 1_000_000n + 1n,
        line: 'level=warn msg=slow',
      },
    ]);
  });

  it('hides what a field with the name of a secret holds', async () => {
    ownLog.connect(store);
    ownLog.log.info('x', { apiKey: 'gp_1', authorization: 'Bearer 1', password: 'p', user: 'ada' });
    await ownLog.disconnect();
    expect(lines()).toEqual(['level=info msg=x apiKey=[hidden] authorization=[hidden] password=[hidden] user=ada']);
  });

  it('says once, in the plain log only, that lines cannot be stored, and stores them later', async () => {
    let isBroken = true;
    const append = vi.fn(async (logs: readonly IncomingLog[]) => {
      if (isBroken) throw new Error('disk full');
      await store(logs);
    });
    ownLog.connect(append);
    ownLog.log.info('one');
    await vi.waitFor(() => expect(append).toHaveBeenCalledTimes(1));
    await Promise.resolve();
    ownLog.log.info('two');
    await vi.waitFor(() => expect(append).toHaveBeenCalledTimes(2));
    expect(written.filter(([level]) => level === 'error')).toEqual([
      ['error', 'the own log could not be stored', { error: 'disk full' }],
    ]);
    isBroken = false;
    await Promise.resolve();
    ownLog.log.info('three');
    await ownLog.disconnect();
    expect(lines()).toEqual(['level=info msg=one', 'level=info msg=two', 'level=info msg=three']);
    expect(written.at(-1)).toEqual(['info', 'the own log is stored again', { lost: 0 }]);
    // Nothing that is said about storing is stored.
    expect(lines().join()).not.toContain('own log');
  });

  it('keeps a bounded number of lines while there is no store, and counts the others', async () => {
    for (let index = 0; index < 1500; index += 1) ownLog.log.info(`line ${index}`);
    ownLog.connect(store);
    await ownLog.disconnect();
    expect(stored).toHaveLength(1000);
    expect(lines()[0]).toBe('level=info msg="line 500"');
    expect(written.at(-1)).toEqual(['info', 'the own log is stored again', { lost: 500 }]);
  });

  it('makes nobody wait for the store', async () => {
    const releases: (() => void)[] = [];
    ownLog.connect(async (logs) => {
      await new Promise<void>((resolve) => releases.push(resolve));
      await store(logs);
    });
    ownLog.log.info('a');
    ownLog.log.info('b');
    ownLog.log.info('c');
    expect(written).toHaveLength(3);
    expect(stored).toEqual([]);
    releases.shift()?.();
    await vi.waitFor(() => expect(releases).toHaveLength(1));
    releases.shift()?.();
    await ownLog.disconnect();
    expect(lines()).toEqual(['level=info msg=a', 'level=info msg=b', 'level=info msg=c']);
  });
});
