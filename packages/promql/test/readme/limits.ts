import {
  type EvaluationOptions,
  evaluateInstant,
  PromqlEvaluationError,
  PromqlSyntaxError,
  type SampleSource,
} from '@glasspane/promql';

const options: EvaluationOptions = {
  maxSamples: 50_000_000,
  maxSeries: 10_000,
  maxPoints: 11_000,
  timeout: { ms: 30_000, now: () => performance.now() },
  signal: AbortSignal.timeout(60_000),
  yieldControl: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

export async function ask(query: string, source: SampleSource): Promise<string> {
  try {
    const result = await evaluateInstant(query, Date.now(), source, options);
    return result.type === 'vector' ? `${result.samples.length} series` : result.type;
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return `${error.message}: characters ${error.start} to ${error.end}`;
    if (error instanceof PromqlEvaluationError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}
