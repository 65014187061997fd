import { beforeEach, describe, expect, it } from 'vitest';
import type { MetricSample } from '../backend/MetricSink.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { FakeClock, settle } from '../testing/FakeClock.ts';
import { MetricRecorder, type RecordOptions } from './MetricRecorder.ts';
import { RecordError } from './RecordError.ts';

const sample = (value: number): MetricSample => ({ labels: { __name__: 'queue_length' }, timeMs: value, value });

let clock: FakeClock;
/** The values of each request. */
let requests: number[][];
let errors: RecordError[];
/** Decides over each request. */
let answer: (values: readonly number[]) => Promise<void>;

const unreachable = (): Promise<void> => Promise.reject(new GlasspaneError('unreachable', 'Cannot reach it.'));

function createRecorder(options: RecordOptions = {}): MetricRecorder {
  const sink = {
    define: () => Promise.resolve(),
    record: (samples: readonly MetricSample[]) => {
      const values = samples.map(({ value }) => value);
      requests.push(values);
      return answer(values);
    },
  };
  return new MetricRecorder(() => sink, clock, { onError: (error) => errors.push(error), ...options });
}

/** Records values, and returns what became of each, as far as it is known. */
function recordAll(recorder: MetricRecorder, values: readonly number[]): readonly { state: unknown }[] {
  return values.map((value) => {
    const outcome: { state: unknown } = { state: 'waiting' };
    recorder
      .record(() => sample(value))
      .then(
        () => {
          outcome.state = 'safe';
        },
        (error) => {
          outcome.state = error;
        },
      );
    return outcome;
  });
}

const states = (outcomes: readonly { state: unknown }[]): readonly unknown[] =>
  outcomes.map(({ state }) => (state instanceof RecordError ? state.code : state));

beforeEach(() => {
  clock = new FakeClock();
  requests = [];
  errors = [];
  answer = () => Promise.resolve();
});

describe('batches', () => {
  it('wait for the interval and are sent together, in order', async () => {
    const recorder = createRecorder({ intervalMs: 1000 });
    const outcomes = recordAll(recorder, [1, 2, 3]);
    await clock.advance(999);
    expect([requests, states(outcomes)]).toEqual([[], ['waiting', 'waiting', 'waiting']]);
    await clock.advance(1);
    expect([requests, states(outcomes)]).toEqual([[[1, 2, 3]], ['safe', 'safe', 'safe']]);
    expect(clock.pending).toBe(0);
  });

  it('are sent at once when they are full, and the rest follows', async () => {
    const recorder = createRecorder({ batchSize: 2 });
    recordAll(recorder, [1, 2, 3, 4, 5]);
    await clock.advance(0);
    expect(requests).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await clock.advance(1000);
    expect(requests.at(-1)).toEqual([5]);
  });

  it('go one after the other', async () => {
    let release: () => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    const recorder = createRecorder({ batchSize: 1 });
    recordAll(recorder, [1, 2]);
    await clock.advance(5000);
    expect(requests).toEqual([[1]]);
    release();
    await clock.advance(0);
    expect(requests).toEqual([[1], [2]]);
  });
});

describe('a wrong sample', () => {
  it('that the host made is refused alone, and told once', async () => {
    const recorder = createRecorder();
    const refused = recorder.record(() => {
      throw new GlasspaneError('invalid', 'The value must be a number.');
    });
    await expect(refused).rejects.toMatchObject({ name: 'RecordError', code: 'invalid', lost: 1 });
    expect(errors).toEqual([]);
    await clock.advance(0);
    expect(errors).toEqual([expect.objectContaining({ message: 'The value must be a number.' })]);
    await expect(recorder.flush()).rejects.toBe(errors[0]);
    await expect(recorder.flush()).resolves.toBeUndefined();
  });

  it('that the backend refuses does not take the others with it', async () => {
    answer = (values) =>
      values.includes(3) ? Promise.reject(new GlasspaneError('invalid', '3 is wrong.')) : Promise.resolve();
    const recorder = createRecorder();
    const outcomes = recordAll(recorder, [1, 2, 3, 4, 5]);
    await expect(recorder.flush()).rejects.toMatchObject({ code: 'invalid', message: '3 is wrong.', lost: 1 });
    expect(states(outcomes)).toEqual(['safe', 'safe', 'invalid', 'safe', 'safe']);
  });

  it('ends the try for a whole batch when credentials are refused', async () => {
    answer = () => Promise.reject(new GlasspaneError('unauthorized', 'No.'));
    const recorder = createRecorder();
    const outcomes = recordAll(recorder, [1, 2]);
    await clock.advance(1000);
    expect([requests, states(outcomes)]).toEqual([[[1, 2]], ['unauthorized', 'unauthorized']]);
    await clock.advance(0);
    expect(errors).toEqual([expect.objectContaining({ code: 'unauthorized', lost: 2 })]);
    expect(clock.pending).toBe(0);
  });
});

describe('a backend that is away', () => {
  it('is tried again after longer and longer pauses, told once, and loses nothing', async () => {
    answer = unreachable;
    const recorder = createRecorder();
    const outcomes = recordAll(recorder, [1]);
    await clock.advance(1000);
    recordAll(recorder, [2]);
    const countAfter = async (ms: number): Promise<number> => {
      await clock.advance(ms);
      return requests.length;
    };
    expect([await countAfter(999), await countAfter(1), await countAfter(2000), await countAfter(3999)]).toEqual([
      1, 2, 3, 3,
    ]);
    expect(errors).toEqual([expect.objectContaining({ code: 'unreachable', lost: 0 })]);
    answer = () => Promise.resolve();
    await clock.advance(1);
    expect([requests.at(-1), states(outcomes)]).toEqual([[1, 2], ['safe']]);
    expect(clock.pending).toBe(0);
  });

  it('is given the time that it asks for', async () => {
    answer = () => Promise.reject(new GlasspaneError('rate_limited', 'Slow down.', { retryAfterMs: 30_000 }));
    const recorder = createRecorder();
    recordAll(recorder, [1]);
    await clock.advance(1000 + 29_999);
    expect(requests.length).toBe(1);
    await clock.advance(1);
    expect(requests.length).toBe(2);
  });

  it('makes flush reject, and keeps what it did not take', async () => {
    answer = unreachable;
    const recorder = createRecorder();
    const outcomes = recordAll(recorder, [1]);
    await expect(recorder.flush()).rejects.toMatchObject({ code: 'unreachable', lost: 0 });
    answer = () => Promise.resolve();
    await expect(recorder.flush()).resolves.toBeUndefined();
    expect(states(outcomes)).toEqual(['safe']);
  });

  it('is asked once more by a flush that comes while it refuses', async () => {
    let refuse: () => void = () => undefined;
    answer = () =>
      new Promise((_, reject) => {
        refuse = () => reject(new GlasspaneError('unreachable', 'Cannot reach it.'));
      });
    const recorder = createRecorder();
    const outcomes = recordAll(recorder, [1]);
    await clock.advance(1000);
    const flushed = recorder.flush();
    answer = () => Promise.resolve();
    refuse();
    await flushed;
    expect([requests, states(outcomes)]).toEqual([[[1], [1]], ['safe']]);
    await clock.advance(0);
    expect(clock.pending).toBe(0);
  });

  it('costs the oldest samples once the queue is full', async () => {
    answer = unreachable;
    const recorder = createRecorder({ queueSize: 2, batchSize: 10 });
    const outcomes = recordAll(recorder, [1, 2, 3]);
    await settle();
    expect(states(outcomes)).toEqual(['rate_limited', 'waiting', 'waiting']);
    await clock.advance(0);
    expect(errors).toEqual([expect.objectContaining({ code: 'rate_limited', lost: 1 })]);
  });

  it('is given up at close, which says what is lost and stops the timers', async () => {
    answer = unreachable;
    const recorder = createRecorder();
    const outcomes = recordAll(recorder, [1, 2]);
    await expect(recorder.close()).rejects.toMatchObject({ code: 'unavailable', lost: 2 });
    expect(states(outcomes)).toEqual(['unavailable', 'unavailable']);
    await clock.advance(0);
    expect([clock.pending, requests.length]).toEqual([0, 1]);
  });
});

it('sends what waits at close, then takes nothing more', async () => {
  const recorder = createRecorder();
  recordAll(recorder, [1]);
  await recorder.close();
  expect([requests, clock.pending]).toEqual([[[1]], 0]);
  await expect(recorder.record(() => sample(2))).rejects.toMatchObject({ code: 'invalid' });
  await expect(recorder.close()).rejects.toMatchObject({ code: 'invalid', lost: 1 });
  await recorder.close();
});

it('counts what is lost however many failures there were', async () => {
  const recorder = createRecorder({ onError: undefined });
  for (let count = 0; count < 250; count += 1) {
    void recorder.record(() => {
      throw new GlasspaneError('invalid', 'Wrong.');
    });
  }
  await expect(recorder.close()).rejects.toMatchObject({ lost: 250 });
});

it('sums up several failures in one error', async () => {
  const recorder = createRecorder();
  for (const word of ['one', 'two']) {
    void recorder.record(() => {
      throw new GlasspaneError('invalid', `Wrong ${word}.`);
    });
  }
  await expect(recorder.flush()).rejects.toMatchObject({
    lost: 2,
    message: '2 things went wrong with recording; 2 samples are lost:\n- Wrong one.\n- Wrong two.',
  });
});
