import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { streamChunks } from './streamChunks.ts';

const CHUNK = Buffer.alloc(65_536, 'x');

/** Chunks without end, or so many, and how many were made. */
function createChunks(count = Number.POSITIVE_INFINITY) {
  const state = { made: 0, isEnded: false };
  function* chunks(): Generator<Buffer> {
    try {
      while (state.made < count) {
        state.made += 1;
        yield CHUNK;
      }
    } finally {
      state.isEnded = true;
    }
  }
  return { state, chunks: chunks() };
}

async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await nextTurn();
}

describe.each([false, true])('a stream, compressed: %j', (isPacked) => {
  const options = { isPacked, turns: { next: () => nextTurn() } };

  it('brings all chunks', async () => {
    const { chunks } = createChunks(50);
    const bytes = Buffer.from(await new Response(streamChunks(chunks, options)).arrayBuffer());
    expect((isPacked ? gunzipSync(bytes) : bytes).equals(Buffer.concat(Array(50).fill(CHUNK)))).toBe(true);
  });

  it('ends the work when the client goes away', async () => {
    const { state, chunks } = createChunks();
    const reader = streamChunks(chunks, options).getReader();
    await reader.read();
    await reader.cancel();
    await manyTurns();
    const { made } = state;
    await manyTurns();
    expect(state).toEqual({ made, isEnded: true });
  });
});

it('makes nothing ahead of a client that does not read', async () => {
  const { state, chunks } = createChunks();
  const stream = streamChunks(chunks, { isPacked: false, turns: { next: () => nextTurn() } });
  await manyTurns();
  expect(state.made).toBeLessThan(10);
  await stream.cancel();
});
