import { parseExpr } from '@glasspane/promql/syntax';
import { describe, expect, it } from 'vitest';
import { parseDashboard } from '../dashboard/parseDashboard.ts';
import * as content from './index.ts';

const dashboards = Object.values(content);

describe('the ready-made dashboards', () => {
  it.each(dashboards)('$name is a valid dashboard', (dashboard) => {
    expect(parseDashboard(structuredClone(dashboard))).toEqual(dashboard);
  });

  it.each(dashboards)('every query of $name is PromQL', ({ widgets }) => {
    const queries = widgets.flatMap((widget) => widget.queries);
    expect(queries.length).toBeGreaterThan(0);
    for (const { expr } of queries) parseExpr(expr.replaceAll(/\$__(rate_interval|range|interval)/g, '5m'));
  });

  it.each(dashboards)('no two widgets of $name lie on each other', ({ widgets }) => {
    for (const [index, { layout: one }] of widgets.entries()) {
      expect(one.x + one.w).toBeLessThanOrEqual(24);
      for (const { layout: other } of widgets.slice(index + 1)) {
        const overlap =
          one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
        expect(overlap).toBe(false);
      }
    }
  });

  it('has an id for each of them', () => {
    expect(new Set(dashboards.map(({ id }) => id)).size).toBe(dashboards.length);
  });
});
