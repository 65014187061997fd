import { compileMatchers, evaluateRange, type SampleSource } from '@glasspane/promql';

const requests = {
  labels: { __name__: 'requests_total', job: 'api' },
  times: Float64Array.of(0, 15_000, 30_000, 45_000),
  values: Float64Array.of(0, 30, 60, 90),
};
const source: SampleSource = {
  select: ({ matchers }) => [requests].filter(({ labels }) => compileMatchers(matchers)(labels)),
};

const range = { startMs: 30_000, endMs: 45_000, stepMs: 15_000 };
const { times, series, annotations } = await evaluateRange('sum by (job) (rate(requests_total[1m]))', range, source);
console.log([...times], series[0]?.labels, [...(series[0]?.values ?? [])], annotations);
// [30000, 45000] { job: 'api' } [1, 1.5] []
