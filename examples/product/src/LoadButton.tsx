import { useEffect, useState } from 'react';

const WORKERS = 4;
const LIMIT_MS = 300_000;

/** Asks the monitoring API as fast as it answers, until it is told to stop: real load, which its own metrics show. */
export function LoadButton() {
  const [isRunning, setRunning] = useState(false);
  useEffect(() => {
    if (!isRunning) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => setRunning(false), LIMIT_MS);
    for (let worker = 0; worker < WORKERS; worker += 1) void ask(stop.signal);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [isRunning]);
  return (
    <div className="load">
      <button type="button" className="load-button" aria-pressed={isRunning} onClick={() => setRunning(!isRunning)}>
        {isRunning ? 'Stop the load' : 'Cause load'}
      </button>
      <p className="load-text" role="status">
        {isRunning
          ? 'This page now asks the API as fast as it answers. The alert HighRequestRate goes pending, then firing; the mail arrives in the mailbox.'
          : 'Makes this page ask the API hundreds of times a second, for at most five minutes.'}
      </p>
    </div>
  );
}

async function ask(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const query = new URLSearchParams({ query: 'sum(rate(http_requests_total[1m]))' });
    try {
      await (await fetch(`/glasspane/api/v1/query?${query}`, { signal })).text();
    } catch {
      // The backend is away, or the load was stopped.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
