import type { MetricSample, MetricSink } from '../backend/MetricSink.ts';
import type { GlasspaneError } from '../errors/GlasspaneError.ts';
import { toGlasspaneError } from '../errors/toGlasspaneError.ts';
import { isAway } from './isAway.ts';

/** A sample, and who waits to hear of it. */
export interface Delivery {
  readonly sample: MetricSample;
  readonly resolve: () => void;
}

/** What was not delivered because the backend is away. */
export interface Undelivered<TDelivery> {
  readonly left: readonly TDelivery[];
  readonly away?: GlasspaneError | undefined;
}

/**
 * Sends samples to a sink. It takes all or none of a request, so that a refused batch is sent again in halves, until the
 * samples that are wrong stand alone and all others are taken.
 */
export async function deliver<TDelivery extends Delivery>(
  batch: readonly TDelivery[],
  sink: MetricSink,
  onRefused: (refused: readonly TDelivery[], error: GlasspaneError) => void,
): Promise<Undelivered<TDelivery>> {
  if (batch.length === 0) return { left: [] };
  try {
    await sink.record(batch.map(({ sample }) => sample));
  } catch (thrown) {
    const error = toGlasspaneError(thrown);
    if (isAway(error)) return { left: batch, away: error };
    if (error.code !== 'invalid' || batch.length === 1) {
      onRefused(batch, error);
      return { left: [] };
    }
    const middle = batch.length >> 1;
    const first = await deliver(batch.slice(0, middle), sink, onRefused);
    const rest = batch.slice(middle);
    if (first.away !== undefined) return { left: [...first.left, ...rest], away: first.away };
    return deliver(rest, sink, onRefused);
  }
  for (const { resolve } of batch) resolve();
  return { left: [] };
}
