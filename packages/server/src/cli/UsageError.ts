/** The command line cannot be followed; the message says why and what would be right. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}
