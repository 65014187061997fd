import type { Labels, Matcher } from '@glasspane/promql/syntax';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { NewSilence, Silence, SilenceState } from './Silence.ts';

/**
 * A silence as it is kept: its state follows from the time.
 *
 * @public
 */
export type StoredSilence = Omit<Silence, 'state'>;

/**
 * Makes a test of label sets from matchers, as `compileMatchers` of `@glasspane/promql` does: an absent label counts as
 * the empty text. Throws where a regular expression is not valid.
 *
 * @public
 */
export type CompileMatchers = (matchers: readonly Matcher[]) => (labels: Labels) => boolean;

/**
 * Returns whether a silence is still to come, holds, or is over.
 *
 * @public
 */
export function silenceState(
  { startsAtMs, endsAtMs }: Pick<Silence, 'startsAtMs' | 'endsAtMs'>,
  nowMs: number,
): SilenceState {
  if (nowMs >= endsAtMs) return 'expired';
  return nowMs < startsAtMs ? 'pending' : 'active';
}

/**
 * Checks a silence that somebody wants to make.
 *
 * @throws {@link GlasspaneError} `invalid`, saying why it cannot be made.
 * @public
 */
export function checkSilence(silence: NewSilence, nowMs: number, compileMatchers: CompileMatchers): void {
  const { matchers, startsAtMs, endsAtMs, createdBy, comment } = silence;
  if (matchers.length === 0) throw invalid('at least one matcher required');
  for (const matcher of matchers) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(matcher.name))
      throw invalid(`invalid label matcher: invalid label name ${JSON.stringify(matcher.name)}`);
    testOf(matcher, compileMatchers);
  }
  if (matchers.every((matcher) => testOf(matcher, compileMatchers)({}))) {
    throw invalid('at least one matcher must not match the empty string');
  }
  if (!Number.isFinite(startsAtMs) || !Number.isFinite(endsAtMs)) throw invalid('start and end must be times');
  if (startsAtMs >= endsAtMs) throw invalid('start time must be before end time');
  if (endsAtMs < nowMs) throw invalid("end time can't be in the past");
  if (typeof createdBy !== 'string' || typeof comment !== 'string')
    throw invalid('createdBy and comment must be texts');
}

function testOf(matcher: Matcher, compileMatchers: CompileMatchers): (labels: Labels) => boolean {
  try {
    return compileMatchers([matcher]);
  } catch (error) {
    throw invalid(`invalid label matcher: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** What takes the place of what when a silence is posted under the id of an older one. */
export interface SilenceChange {
  /** The older one, where it ends instead of being changed. */
  readonly expired?: StoredSilence | undefined;
  readonly silence: StoredSilence;
}

/**
 * Makes a silence, or changes one: where a change would rewrite the past, the old one ends and a new one begins.
 *
 * @param previous - The silence of the id that was posted.
 * @param newId - The id that a new silence gets.
 * @public
 */
export function changeSilence(
  previous: StoredSilence | undefined,
  posted: NewSilence,
  newId: string,
  nowMs: number,
): SilenceChange {
  const { matchers, endsAtMs, createdBy, comment } = posted;
  const common = { matchers, endsAtMs, createdBy, comment, updatedAtMs: nowMs };
  if (previous !== undefined && canUpdate(previous, posted, nowMs)) {
    return { silence: { ...common, id: previous.id, startsAtMs: posted.startsAtMs } };
  }
  const isOver = previous === undefined || silenceState(previous, nowMs) === 'expired';
  return {
    expired: isOver ? undefined : expireSilence(previous, nowMs),
    silence: { ...common, id: newId, startsAtMs: Math.max(posted.startsAtMs, nowMs) },
  };
}

function canUpdate(previous: StoredSilence, posted: NewSilence, nowMs: number): boolean {
  if (JSON.stringify(previous.matchers) !== JSON.stringify(posted.matchers)) return false;
  switch (silenceState(previous, nowMs)) {
    case 'expired':
      return false;
    case 'pending':
      return posted.startsAtMs >= nowMs;
    case 'active':
      return (
        Math.floor(previous.startsAtMs / 1000) === Math.floor(posted.startsAtMs / 1000) && posted.endsAtMs >= nowMs
      );
  }
}

/**
 * Returns a silence that ends now.
 *
 * @throws {@link GlasspaneError} `conflict` when it is over already.
 * @public
 */
export function expireSilence(silence: StoredSilence, nowMs: number): StoredSilence {
  const state = silenceState(silence, nowMs);
  if (state === 'expired') throw new GlasspaneError('conflict', `silence ${silence.id} already expired`);
  const startsAtMs = state === 'pending' ? nowMs : silence.startsAtMs;
  return { ...silence, startsAtMs, endsAtMs: nowMs, updatedAtMs: nowMs };
}

function invalid(message: string, cause?: unknown): GlasspaneError {
  return new GlasspaneError('invalid', message, { cause });
}
