import type { Backend, FieldOptions, Query, TimeRange } from '@glasspane/core';
import { type ComparedValue, splitCondition } from '@glasspane/core/alerting';
import { type ReactElement, useMemo, useRef } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { useDebounced } from '../panels/useDebounced.ts';
import { useElementSize } from '../provider/useElementSize.ts';
import type { MetricQueriesState } from '../query/MetricQueriesState.ts';
import { useMetricQueries } from '../query/useMetricQueries.ts';
import { TimeSeriesView } from '../widgets/timeSeries/TimeSeriesView.tsx';

/** Props of {@link RulePreview}. */
export interface RulePreviewProps {
  readonly backend: Backend;
  /** The condition in PromQL; empty where there is none yet. */
  readonly expr: string;
  /** How long it must hold, as it is written. */
  readonly forText: string;
}

const lastHour: TimeRange = { from: 'now-1h', to: 'now' };
const chartHeightPx = 180;
const refreshIntervalMs = 15_000;

/** Draws what the condition compares over the last hour with its threshold, and counts the series for which it holds. */
export function RulePreview({ backend, expr: written, forText }: RulePreviewProps): ReactElement {
  const { clock, locale, timeZone } = usePanel();
  const boxRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(boxRef);
  const expr = useDebounced(written, 400);
  const compared = useMemo(() => splitCondition(expr), [expr]);
  const common = { backend, timeRange: lastHour, timeZone, refreshIntervalMs, clock, isEnabled: expr !== '' };
  const chart = useMetricQueries({
    ...common,
    queries: useQueryOf(compared?.expr ?? expr),
    widthPx: expr === '' ? undefined : size?.width,
  });
  const now = useMetricQueries({
    ...common,
    queries: useQueryOf(expr),
    mode: 'instant',
    widthPx: expr === '' ? undefined : 600,
  });
  const { state } = chart;
  const results = state.status === 'ready' ? state.results : undefined;
  const frames = useMemo(() => (results ?? []).map(({ frame }) => frame), [results]);
  const hasSeries = frames.some(({ fields }) => fields.length > 1);
  return (
    <section className="gp-rule-preview" aria-label="Preview">
      <p className="gp-rule-verdict" role="status">
        {verdict(expr, now.state, forText)}
      </p>
      <div ref={boxRef} className="gp-rule-chart" style={{ height: chartHeightPx }}>
        {state.status === 'ready' && size !== undefined && hasSeries && (
          <TimeSeriesView
            frames={frames}
            title="The condition over the last hour"
            width={size.width}
            height={chartHeightPx}
            timeRange={state.timeRange}
            field={fieldOf(compared)}
            locale={locale}
            timeZone={timeZone}
          />
        )}
        {!hasSeries && <p className="gp-empty">{emptyText(expr, state)}</p>}
      </div>
    </section>
  );
}

function useQueryOf(expr: string): readonly Query[] {
  return useMemo(() => [{ refId: 'A', expr }], [expr]);
}

function verdict(expr: string, state: MetricQueriesState, forText: string): ReactElement | string {
  if (expr === '') return 'Write a condition to see what it would do.';
  if (state.status === 'loading') return 'Looking for which series it holds …';
  if (state.status === 'error') return state.error.message;
  const count = state.results.reduce(
    (sum, { frame }) => sum + frame.fields.filter(({ kind }) => kind === 'number').length,
    0,
  );
  const after = forText.trim() === '' ? '' : ` once that lasts ${forText.trim()}`;
  if (count === 0) return 'It would not fire now: the condition holds for no series.';
  return (
    <>
      It would fire now for <strong>{count} series</strong>
      {after}.
    </>
  );
}

function emptyText(expr: string, state: MetricQueriesState): string {
  if (expr === '') return '';
  if (state.status === 'loading') return 'Loading …';
  return state.status === 'error' ? 'Nothing to draw: the query does not work.' : 'No data in the last hour.';
}

/** The threshold as a line; what is beyond it is critical. */
function fieldOf(compared: ComparedValue | undefined): FieldOptions | undefined {
  if (compared === undefined) return undefined;
  const { operator, threshold } = compared;
  const isBelowBad = operator === '<' || operator === '<=';
  return {
    thresholds: [
      { color: isBelowBad ? 'critical' : 'good' },
      { value: threshold, color: isBelowBad ? 'good' : 'critical', label: 'threshold' },
    ],
  };
}
