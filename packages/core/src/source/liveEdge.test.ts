import { describe, expect, it } from 'vitest';
import type { InstantRequest, QueryResult, RangeRequest } from '../backend/MetricSource.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { liveEdge } from './liveEdge.ts';

function edgeSource(range: QueryResult, instant: QueryResult, language = 'promql') {
  const requests: (RangeRequest | InstantRequest)[] = [];
  const answer = (request: RangeRequest | InstantRequest, result: QueryResult): Promise<QueryResult> => {
    requests.push(request);
    return Promise.resolve(result);
  };
  const source = fakeSource({
    language,
    queryRange: (request) => answer(request, range),
    queryInstant: (request) => answer(request, instant),
  });
  return { source: liveEdge(source), requests };
}

const info = { severity: 'info', message: 'a counter' } as const;
const range: QueryResult = {
  frame: rangeFrame(
    [0, 10, 20],
    [numberField({ i: 'a' }, [1, 2, 3]), numberField({ i: 'gone' }, [1, undefined, undefined])],
  ),
  notices: [info],
};
const instant: QueryResult = {
  frame: rangeFrame([25], [numberField({ i: 'new' }, [9]), numberField({ i: 'a' }, [4])]),
  notices: [info],
};
const request: RangeRequest = { expr: 'x', startMs: 0, endMs: 20, stepMs: 10 };

describe('liveEdge', () => {
  it('adds one column at the edge, and series that are there only now', async () => {
    const { source, requests } = edgeSource(range, instant);
    expect(await source.queryRange({ ...request, edgeMs: 26 })).toEqual({
      frame: rangeFrame(
        [0, 10, 20, 26],
        [
          numberField({ i: 'a' }, [1, 2, 3, 4]),
          numberField({ i: 'gone' }, [1, undefined, undefined, undefined]),
          numberField({ i: 'new' }, [undefined, undefined, undefined, 9]),
        ],
      ),
      notices: [info],
    });
    expect(requests).toEqual([request, { expr: 'x', timeMs: 26 }]);
  });

  it('hands a limit on to both', async () => {
    const { source, requests } = edgeSource(range, instant);
    await source.queryRange({ ...request, edgeMs: 26, limit: 3 });
    expect(requests).toEqual([
      { ...request, limit: 3 },
      { expr: 'x', timeMs: 26, limit: 3 },
    ]);
  });

  it.each([
    ['without an edge', {}, 'promql'],
    ['with an edge on the last step', { edgeMs: 20 }, 'promql'],
    ['with values that depend on the ends', { edgeMs: 26, expr: 'x @ end()' }, 'promql'],
    ['with what cannot be parsed', { edgeMs: 26, expr: 'x +' }, 'promql'],
    ['in another language', { edgeMs: 26 }, 'sql'],
  ])('passes on a request %s, without the edge', async (_, change, language) => {
    const { source, requests } = edgeSource(range, instant, language);
    expect(await source.queryRange({ ...request, ...change })).toBe(range);
    expect(requests).toEqual(
      [{ ...request, expr: 'x', ...change, edgeMs: undefined }].map(({ edgeMs: _edge, ...rest }) => rest),
    );
  });

  it('keeps the steps of an empty result', async () => {
    const empty: QueryResult = { frame: rangeFrame([0, 10, 20], []), notices: [] };
    const { source } = edgeSource(empty, { frame: rangeFrame([26], []), notices: [] });
    expect((await source.queryRange({ ...request, edgeMs: 26 })).frame).toEqual(rangeFrame([0, 10, 20, 26], []));
  });

  it('fails when either part fails', async () => {
    const source = liveEdge(fakeSource({ queryRange: () => Promise.resolve(range) }));
    await expect(source.queryRange({ ...request, edgeMs: 26 })).rejects.toMatchObject({ code: 'unsupported' });
  });
});
