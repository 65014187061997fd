import { describe, expect, it } from 'vitest';
import { RenderQueue } from './RenderQueue.ts';

const never = new AbortController().signal;

/** Work that goes on until the test ends it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('RenderQueue', () => {
  it('runs one after another, in the order of their coming', async () => {
    const queue = new RenderQueue(5);
    const events: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => queue.run(work(name), never)));
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('goes on after work that fails', async () => {
    const queue = new RenderQueue(5);
    const failing = queue.run(() => Promise.reject(new Error('broken')), never);
    const next = queue.run(async () => 'next', never);
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('next');
  });

  it('turns away who would wait too long, and takes work again when there is room', async () => {
    const queue = new RenderQueue(1);
    const { opened, open } = gate();
    const first = queue.run(() => opened, never);
    const second = queue.run(async () => 'second', never);
    await expect(queue.run(async () => 'third', never)).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 5000,
    });
    open();
    await first;
    expect([await second, await queue.run(async () => 'fourth', never)]).toEqual(['second', 'fourth']);
  });

  it('does not begin work whose client has left meanwhile', async () => {
    const queue = new RenderQueue(1);
    const { opened, open } = gate();
    const first = queue.run(() => opened, never);
    const controller = new AbortController();
    let isBegun = false;
    const second = queue.run(async () => {
      isBegun = true;
    }, controller.signal);
    controller.abort();
    open();
    await first;
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    expect(isBegun).toBe(false);
  });
});
