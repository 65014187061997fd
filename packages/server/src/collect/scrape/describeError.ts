/** Returns what an error says, with the cause that says more: `fetch failed` alone helps nobody. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  if (cause === undefined) return message;
  return `${message}: ${describeCause(cause)}`;
}

function describeCause(cause: unknown): string {
  // One error for each address that a name stands for, and no message of its own.
  if (cause instanceof AggregateError && cause.errors.length > 0) return cause.errors.map(describeError).join('; ');
  return describeError(cause);
}
