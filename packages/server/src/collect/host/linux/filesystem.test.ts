import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFilesystemCollector } from './filesystem.ts';

let proc = '';

beforeEach(async () => {
  proc = await mkdtemp(path.join(os.tmpdir(), 'glasspane-proc-'));
  await mkdir(path.join(proc, '1'));
  await writeFile(path.join(proc, '1/mounts'), 'gone:/x /data nfs rw 0 0\n/dev/vda / ext4 rw 0 0\n');
  vi.useFakeTimers();
});

afterEach(async () => {
  vi.useRealTimers();
  await rm(proc, { recursive: true });
});

it('does not wait long for a file system that hangs, and does not ask it again until it answers', async () => {
  const usage = { bsize: 1024, blocks: 10, bfree: 5, bavail: 4, files: 3, ffree: 2 };
  const asked: string[] = [];
  let answer: (() => void) | undefined;
  const collector = createFilesystemCollector({ proc }, (mountpoint) => {
    asked.push(mountpoint);
    if (mountpoint === '/') return Promise.resolve(usage);
    return new Promise((resolve) => {
      answer = () => resolve(usage);
    });
  });
  const collect = async () => {
    const collecting = Promise.resolve(collector.collect());
    await vi.advanceTimersByTimeAsync(1_000);
    const errors = (await collecting).find(({ name }) => name === 'node_filesystem_device_error');
    return errors?.samples.map(({ labels, value }) => [labels.mountpoint, value]);
  };

  expect(await collect()).toEqual([
    ['/data', 1],
    ['/', 0],
  ]);
  await collect();
  expect(asked).toEqual(['/data', '/', '/']);
  answer?.();
  await vi.advanceTimersByTimeAsync(0);
  await collect();
  expect(asked).toEqual(['/data', '/', '/', '/data', '/']);
  expect(vi.getTimerCount()).toBe(0);
});
