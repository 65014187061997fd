import { type Alert, type Query, resolveQuery, type VariableValues, type Widget } from '@glasspane/core';
import { rulesForQueries } from '@glasspane/core/alerting';
import { useMemo } from 'react';
import { useDashboardContext, useDashboardState } from './DashboardContext.ts';

const noAlerts: readonly Alert[] = [];

/** Returns the pending and firing alerts of the rules that use a metric of the widget, the firing ones first. */
export function useWidgetAlerts(widget: Widget): readonly Alert[] {
  const { language } = useDashboardContext('useWidgetAlerts').backend.metrics;
  const rules = useDashboardState('useWidgetAlerts', (state) => state.alertRules);
  const variables = useDashboardState('useWidgetAlerts', (state) => state.values.variables);
  const { queries } = widget;
  return useMemo(() => {
    if (rules.length === 0) return noAlerts;
    const exprs = queries
      .filter(({ isHidden }) => isHidden !== true)
      .flatMap((query) => exprOf(query, variables, language));
    return rulesForQueries(rules, exprs)
      .flatMap(({ alerts }) => alerts)
      .filter(({ state }) => state !== 'resolved')
      .sort((a, b) => Number(b.state === 'firing') - Number(a.state === 'firing'));
  }, [rules, queries, variables, language]);
}

/** The metrics of a query do not depend on when it is asked, so any time range will do. */
function exprOf(query: Query, variables: VariableValues, language: string): readonly string[] {
  try {
    const timeRange = { startMs: 0, endMs: 3_600_000 };
    return [resolveQuery(query, { timeRange, widthPx: 100, variables, language }).request.expr];
  } catch {
    // The widget itself says what is wrong with its query.
    return [];
  }
}
