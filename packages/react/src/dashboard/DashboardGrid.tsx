import type { Dashboard, Widget } from '@glasspane/core';
import { type ReactElement, type RefObject, useRef, useState } from 'react';
import { GridLayout, type LayoutItem } from 'react-grid-layout';
import { useElementSize } from '../provider/useElementSize.ts';
import { useIsomorphicLayoutEffect } from '../provider/useIsomorphicLayoutEffect.ts';
import { useIsServerRendered } from '../provider/useIsServerRendered.ts';
import { DashboardWidget } from './DashboardWidget.tsx';
import { gapPx, gridColumns, rowHeightPx, stackedHeight } from './gridGeometry.ts';
import { StaticGrid } from './StaticGrid.tsx';

/** Below this width of the container, widgets stand in one column. */
const stackBelowPx = 640;
/** The browser measures before it first paints. */
const assumedWidthPx = 1280;

const gridConfig = {
  cols: gridColumns,
  rowHeight: rowHeightPx,
  margin: [gapPx, gapPx],
  containerPadding: [0, 0],
} as const;
const isNotMovable = { enabled: false };

/** Lays the widgets out on the grid, or in one column where there is no room for it. */
export function DashboardGrid({ dashboard }: { readonly dashboard: Dashboard }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  const width = useElementSize(ref)?.width ?? assumedWidthPx;
  const direction = useDirection(ref);
  // react-grid-layout measures in effects that a server cannot run.
  const isServerRendered = useIsServerRendered();
  // In reading order, so that focus and screen readers go the way the eye goes.
  const widgets = [...dashboard.widgets].sort((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x);
  return (
    <div ref={ref} className="gp-grid">
      {widgets.length === 0 && <p className="gp-empty-dashboard">This dashboard has no widgets yet.</p>}
      <Layout isStatic={isServerRendered} widgets={widgets} width={width} direction={direction} />
    </div>
  );
}

function Layout({ isStatic, ...props }: GridProps & { readonly isStatic: boolean }): ReactElement {
  if (isStatic) return <StaticGrid widgets={props.widgets} />;
  return props.width < stackBelowPx ? <Stack widgets={props.widgets} /> : <Grid {...props} />;
}

interface GridProps {
  readonly widgets: readonly Widget[];
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
}

/** react-grid-layout counts columns from the left, so where text runs from the right the layout is mirrored. */
function Grid({ widgets, width, direction }: GridProps): ReactElement {
  return (
    <GridLayout
      width={width}
      layout={widgets.map((widget) => toLayoutItem(widget, direction))}
      gridConfig={gridConfig}
      dragConfig={isNotMovable}
      resizeConfig={isNotMovable}
    >
      {widgets.map((widget) => (
        <div key={widget.id} dir={direction} data-gp-widget={widget.id}>
          <DashboardWidget widget={widget} />
        </div>
      ))}
    </GridLayout>
  );
}

function Stack({ widgets }: { readonly widgets: readonly Widget[] }): ReactElement {
  return (
    <div className="gp-stack">
      {widgets.map((widget) => (
        <div key={widget.id} data-gp-widget={widget.id} style={{ height: stackedHeight(widget) }}>
          <DashboardWidget widget={widget} />
        </div>
      ))}
    </div>
  );
}

function useDirection(ref: RefObject<Element | null>): 'ltr' | 'rtl' {
  const [direction, setDirection] = useState<'ltr' | 'rtl'>('ltr');
  useIsomorphicLayoutEffect(() => {
    if (ref.current !== null && getComputedStyle(ref.current).direction === 'rtl') setDirection('rtl');
  }, [ref]);
  return direction;
}

function toLayoutItem({ id, layout: { x, y, w, h } }: Widget, direction: 'ltr' | 'rtl'): LayoutItem {
  return { i: id, x: direction === 'ltr' ? x : Math.max(gridColumns - x - w, 0), y, w, h };
}
