// Loaded into a server that is tested, before it: measures how long each turn of its event loop computes. Time of its
// thread on a processor counts, not time on the wall, because tests share the machine.
// On SIGUSR2 it prints what it has measured since the last time, as one line of JSON.
import { openSync, readFileSync, readSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const HEAVY_MS = 20;

const buffer = Buffer.alloc(64);
const threadClock = openThreadClock();

function openThreadClock() {
  try {
    readFileSync('/proc/thread-self/schedstat');
    return openSync('/proc/thread-self/schedstat', 'r');
  } catch {
    return undefined;
  }
}

/** Milliseconds that this thread has computed; where the system does not tell, those that have passed. */
function computedMs() {
  if (threadClock === undefined) return performance.now();
  const length = readSync(threadClock, buffer, 0, buffer.length, 0);
  return Number.parseInt(buffer.latin1Slice(0, length), 10) / 1e6;
}

let turns = 0;
let heavy = [];
let lastMs = computedMs();

function measure() {
  const nowMs = computedMs();
  const tookMs = nowMs - lastMs;
  turns += 1;
  if (tookMs > HEAVY_MS) heavy.push(tookMs);
  lastMs = nowMs;
  setTimeout(measure, 1).unref();
}

process.on('SIGUSR2', () => {
  const longestMs = heavy.sort((a, b) => b - a).slice(0, 20);
  process.stdout.write(`turns ${JSON.stringify({ turns, longestMs })}\n`);
  turns = 0;
  heavy = [];
});

measure();
