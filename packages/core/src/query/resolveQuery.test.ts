import { describe, expect, it } from 'vitest';
import { VariableError } from '../variables/VariableError.ts';
import type { Query } from './Query.ts';
import { type QueryContext, resolveQuery } from './resolveQuery.ts';

const context: QueryContext = {
  timeRange: { startMs: 1_000_007, endMs: 4_600_007 },
  widthPx: 800,
  variables: { job: 'a' },
};
const query: Query = { refId: 'A', expr: 'rate(x{job="$job"}[$__rate_interval])' };

describe('resolveQuery', () => {
  it('fills in variables and aligns both ends to the step', () => {
    expect(resolveQuery(query, context)).toEqual({
      kind: 'range',
      request: { expr: 'rate(x{job="a"}[1m])', startMs: 1_000_000, endMs: 4_600_000, stepMs: 5000 },
    });
  });

  it('carries the present moment of a live range, where it is no step itself', () => {
    const live = resolveQuery(query, { ...context, isLive: true });
    expect(live.request).toMatchObject({ endMs: 4_600_000, edgeMs: 4_600_007 });
    const onStep = resolveQuery(query, {
      ...context,
      timeRange: { startMs: 1_000_000, endMs: 4_600_000 },
      isLive: true,
    });
    expect(onStep.request).not.toHaveProperty('edgeMs');
  });

  it.each([
    ['the query says so', { instant: true }, {}],
    ['the context says so', {}, { mode: 'instant' }],
  ] as const)('asks for the end of the range when %s', (_, queryChange, contextChange) => {
    expect(resolveQuery({ ...query, ...queryChange }, { ...context, ...contextChange })).toEqual({
      kind: 'instant',
      request: { expr: 'rate(x{job="a"}[1m])', timeMs: 4_600_007 },
    });
  });

  it('lets the context ask for a range of an instant query', () => {
    expect(resolveQuery({ ...query, instant: true }, { ...context, mode: 'range' }).kind).toBe('range');
  });

  it('takes the smallest step of the query before that of the context', () => {
    const steps = [{}, { minStepMs: 30_000 }].map((change) =>
      resolveQuery({ ...query, ...change }, { ...context, minStepMs: 60_000 }),
    );
    expect(steps.map(({ request }) => request)).toMatchObject([
      { stepMs: 60_000, expr: 'rate(x{job="a"}[4m])' },
      { stepMs: 30_000, expr: 'rate(x{job="a"}[2m])' },
    ]);
  });

  it('knows the built-in variables, which no other can replace', () => {
    const expr = 'x{a="$__interval $__interval_ms $__rate_interval $__range $__range_s $__range_ms", b="$__all"}';
    const { request } = resolveQuery({ refId: 'A', expr }, { ...context, variables: { __interval: 'mine' } });
    expect(request.expr).toBe('x{a="5s 5000 1m 1h 3600 3600000", b=~".*"}');
  });

  it('leaves another language alone', () => {
    const expr = 'SELECT $none';
    expect(resolveQuery({ refId: 'A', expr }, { ...context, language: 'sql' }).request.expr).toBe(expr);
  });

  it('names a variable that does not exist', () => {
    const act = (): unknown => resolveQuery({ refId: 'A', expr: 'x{a="$none"}' }, context);
    expect(act).toThrow(VariableError);
    expect(act).toThrow(expect.objectContaining({ code: 'bad_query', variable: 'none' }));
  });
});
