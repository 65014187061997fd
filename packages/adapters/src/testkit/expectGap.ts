/**
 * Runs the check of a rule that is a known gap, and rejects when it holds: then the gap is to be taken off the list.
 *
 * @param id - The number of the rule.
 */
export async function expectGap(id: string, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch {
    return;
  }
  throw new Error(`[${id}] holds now: take it out of knownGaps.`);
}
