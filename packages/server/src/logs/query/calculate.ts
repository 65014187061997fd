import { evaluateInstant } from '@glasspane/promql';
import { type Expr, parseExpr, selectorsIn } from '@glasspane/promql/syntax';
import type { ApiResult } from '../../http/ApiHandler.ts';
import { encodeInstant } from '../../http/encode/encodeResult.ts';

const LIMITS = { maxSamples: 1000, maxPoints: 1000 };

/**
 * Answers an expression that reads no logs, such as `vector(1)+vector(1)`, by which Grafana tests a data source; LogQL and
 * PromQL agree on those. Returns `undefined` for any other text.
 */
export function calculate(text: string, timeMs: number): Promise<ApiResult> | undefined {
  const expr = tryParse(text);
  if (expr === undefined || selectorsIn(expr).length > 0) return undefined;
  const result = evaluateInstant(text, timeMs, { select: () => [] }, LIMITS);
  return result.then((value) => ({ json: encodeInstant(value) }));
}

function tryParse(text: string): Expr | undefined {
  try {
    return parseExpr(text);
  } catch {
    return undefined;
  }
}
