import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from './freePort.mjs';
import { Supervisor } from './supervisor.mjs';

const script = fileURLToPath(new URL('testProcess.mjs', import.meta.url));

describe('Supervisor', () => {
  let port: number;
  let lines: string[];
  let supervisor: Supervisor | undefined;

  const answers = () =>
    fetch(`http://127.0.0.1:${port}`).then(
      () => true,
      () => false,
    );
  const supervise = (args: readonly string[]): Supervisor => {
    supervisor = new Supervisor({
      name: 'backend',
      command: process.execPath,
      args,
      isReady: answers,
      say: (line) => lines.push(line),
      restartDelayMs: 20,
      readyTimeoutMs: 5000,
    });
    return supervisor;
  };

  beforeEach(async () => {
    port = await freePort();
    lines = [];
  });
  afterEach(() => supervisor?.stop());

  it('is started once the process answers, and stopped once the process has ended', async () => {
    const running = supervise([script, String(port)]);
    await running.start();
    expect(await answers()).toBe(true);
    await running.stop();
    expect(await answers()).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^The backend runs as process \d+\.$/)]);
  });

  it('starts a process that died again, and says so', async () => {
    await supervise([script, String(port)]).start();
    await fetch(`http://127.0.0.1:${port}/die`).catch(() => undefined);
    await vi.waitFor(() => expect(lines).toHaveLength(3), { timeout: 5000 });
    expect(await answers()).toBe(true);
    expect(lines[1]).toBe('The backend ended with exit code 3. Starting it again in 0.02 s.');
  });

  it('does not start a process again that it was asked to stop', async () => {
    const running = supervise([script, String(port)]);
    await running.start();
    await running.stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await answers()).toBe(false);
  });

  it('does not start again what ends by itself when an end is expected', async () => {
    const running = supervise([script, String(port)]);
    await running.start();
    running.expectEnd();
    const pid = Number(/process (\d+)/.exec(lines[0] ?? '')?.[1]);
    await fetch(`http://127.0.0.1:${port}/die`).catch(() => undefined);
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 5000 });
    await running.stop();
    expect(lines).toHaveLength(1);
  });

  it('starts nothing once it was asked to stop', async () => {
    const running = supervise([script, String(port)]);
    await running.stop();
    await expect(running.start()).rejects.toThrow('The backend is to stop, not to start.');
    expect([await answers(), lines]).toEqual([false, []]);
  });

  it('rejects a first start that fails, with how the process ended', async () => {
    await expect(supervise(['-e', 'process.exit(5)']).start()).rejects.toThrow(
      'The backend ended with exit code 5 before it answered.',
    );
  });

  it('rejects when the command does not exist, and stops all the same', async () => {
    const running = new Supervisor({
      name: 'backend',
      command: '/no/such/command',
      args: [],
      isReady: async () => false,
      say: () => undefined,
      restartDelayMs: 1,
    });
    await expect(running.start()).rejects.toThrow('The backend cannot be started');
    await running.stop();
  });
});
