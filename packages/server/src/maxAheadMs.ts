/** How far a sample may be ahead of this server's clock, as in Prometheus. Beyond, the clock of its sender is wrong. */
export const MAX_AHEAD_MS = 600_000;
