const MAX_REASONS = 5;

/** Counts the points that are not taken, by the reason. */
export class Refusals {
  readonly #reasons = new Map<string, number>();

  add(reason: string, points = 1): void {
    if (points > 0) this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + points);
  }

  /** How many points are not taken. */
  get count(): number {
    return [...this.#reasons.values()].reduce((sum, points) => sum + points, 0);
  }

  /** Says why, and what to do; the commonest reasons of many. */
  get message(): string {
    const reasons = [...this.#reasons].sort(([, a], [, b]) => b - a);
    const listed = reasons.slice(0, MAX_REASONS).map(([reason, points]) => `${points} of ${reason}`);
    const more = reasons.length - listed.length;
    return [...listed, ...(more > 0 ? [`and ${more} more reasons`] : [])].join('; ');
  }
}
