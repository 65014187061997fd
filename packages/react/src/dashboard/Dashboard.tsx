import {
  type Alert,
  type Backend,
  type Clock,
  type Dashboard as DashboardDocument,
  type ExportedFile,
  type ExportFormat,
  InvalidDocumentError,
  parseDashboard,
  type TimeRange,
  type VariableValues,
  type Widget,
} from '@glasspane/core';
import type { QueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { WidgetPointClick } from '../chart/interaction/PointClick.ts';
import type { ExportFonts } from '../export/ExportPlatform.ts';
import { ExportButton } from '../exportButton/ExportButton.tsx';
import { saveFile } from '../exportButton/saveFile.ts';
import { GlasspaneRoot, type Theme } from '../provider/GlasspaneRoot.tsx';
import { QueryScope } from '../provider/QueryScope.tsx';
import { builtInWidgets } from '../widget/builtInWidgets.ts';
import type { AnyWidgetDefinition } from '../widget/defineWidget.ts';
import { transformResults } from '../widget/transformResults.ts';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';
import { type WidgetTools, WidgetToolsContext } from '../widget/WidgetToolsContext.ts';
import { VirtualTable } from '../widgets/table/virtual/VirtualTable.tsx';
import { DashboardGrid } from './DashboardGrid.tsx';
import { DashboardHeader } from './DashboardHeader.tsx';
import { DashboardProvider } from './DashboardProvider.tsx';
import type { DashboardValues } from './DashboardState.ts';
import { InvalidDashboard } from './InvalidDashboard.tsx';
import { initialVariables } from './initialVariables.ts';
import { OutageBanner } from './OutageBanner.tsx';
import { useStableDocument } from './useStableDocument.ts';

/**
 * Props of {@link Dashboard}.
 *
 * @public
 */
export interface DashboardProps {
  /** The dashboard's document: one that was parsed already, or any JSON value; what is wrong with it is shown. */
  readonly dashboard: unknown;
  /** Where the data comes from. Make it once, outside of the component: each new one starts with an empty cache. */
  readonly backend: Backend;
  /** Kinds of widgets besides the built-in ones; one of the same type replaces the built-in one. */
  readonly widgets?: readonly AnyWidgetDefinition[] | undefined;
  /** The time range, where the host controls it. */
  readonly timeRange?: TimeRange | undefined;
  /** The time range at the start. Left out: the document's. */
  readonly defaultTimeRange?: TimeRange | undefined;
  /** Hears of every time range that the viewer chooses. */
  readonly onTimeRangeChange?: ((timeRange: TimeRange) => void) | undefined;
  /**
   * Hears of the alert that a viewer presses in the list of a widget's alerts. Left out: the alert leads to its runbook,
   * where it has one.
   */
  readonly onAlertClick?: ((alert: Alert) => void) | undefined;
  /**
   * Hears of the samples, bars, slices and cells that a viewer clicks or takes with Enter: to drill down. A call of
   * `preventDefault` on what it is given keeps the chart from pinning its tooltip.
   */
  readonly onPointClick?: ((point: WidgetPointClick) => void) | undefined;
  /** How often to ask again at the start, in milliseconds; 0 means not by interval. Left out: the document's, or 30 s. */
  readonly refreshIntervalMs?: number | undefined;
  /**
   * Whether new samples show at once, where the backend can tell of them.
   *
   * @defaultValue true
   */
  readonly isLive?: boolean | undefined;
  /**
   * The look.
   *
   * @defaultValue 'auto'
   */
  readonly theme?: Theme | undefined;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  /** The values of variables, over those of the document. */
  readonly variables?: VariableValues | undefined;
  /** The formats that the dashboard and each of its widgets can be saved in. Left out, or empty: there is no button for it. */
  readonly exportFormats?: readonly ExportFormat[] | undefined;
  /** Takes exported files, which are then not saved by the browser. */
  readonly onExport?: ((file: ExportedFile) => void) | undefined;
  /** Loads fonts to embed in PDF files, as {@link ExportButtonProps.fonts} says. */
  readonly exportFonts?: (() => Promise<ExportFonts>) | undefined;
  /** What stands above the widgets. Left out: the name and the controls; `null`: nothing. */
  readonly header?: ReactNode;
  /**
   * The level of the dashboard's heading on the page; widgets are one below.
   *
   * @defaultValue 2
   */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | undefined;
  /** The TanStack client to cache in. Left out: the one in context, else one of this instance. */
  readonly queryClient?: QueryClient | undefined;
  /** The time; left out: the browser's. */
  readonly clock?: Clock | undefined;
}

const defaultRefreshIntervalMs = 30_000;
const widgetTools: WidgetTools = { transform: transformResults, Table: VirtualTable };

/**
 * Shows a dashboard, live. It needs no provider around it and shares nothing with another one on the same page.
 *
 * @example
 * ```tsx
 * <Dashboard dashboard={document} backend={backend} />
 * ```
 * @public
 */
export function Dashboard(props: DashboardProps): ReactElement {
  const document = useStableDocument(props.dashboard);
  const parsed = useMemo(() => parse(document), [document]);
  return (
    <GlasspaneRoot theme={props.theme ?? 'auto'} className="gp-dashboard">
      {parsed instanceof InvalidDocumentError ? (
        <InvalidDashboard error={parsed} />
      ) : (
        <QueryScope client={props.queryClient}>
          <DashboardInstance key={parsed.id} {...props} dashboard={parsed} />
        </QueryScope>
      )}
    </GlasspaneRoot>
  );
}

function parse(document: unknown): DashboardDocument | InvalidDocumentError {
  try {
    return parseDashboard(document);
  } catch (error) {
    if (error instanceof InvalidDocumentError) return error;
    throw error;
  }
}

function DashboardInstance(props: InstanceProps): ReactElement {
  const { dashboard, widgets, headingLevel = 2, header } = props;
  const titleId = useId();
  const definitions = useMemo(() => [...builtInWidgets, ...(widgets ?? [])], [widgets]);
  const renderExport = useExportButtons(props);
  return (
    <WidgetToolsContext.Provider value={widgetTools}>
      <DashboardProvider
        backend={props.backend}
        definitions={definitions}
        clock={props.clock}
        dashboard={dashboard}
        initial={initialValues(props)}
        controlled={controlledValues(props)}
        isLive={props.isLive}
        locale={props.locale}
        timeZone={props.timeZone}
        headingLevel={(headingLevel + 1) as HeadingLevel}
        renderWidgetActions={renderExport}
        onAlertClick={props.onAlertClick}
        onPointClick={props.onPointClick}
        onChange={({ timeRange }) => timeRange !== undefined && props.onTimeRangeChange?.(timeRange)}
      >
        <section {...(header === undefined ? { 'aria-labelledby': titleId } : { 'aria-label': dashboard.name })}>
          {header === undefined ? (
            <DashboardHeader
              dashboard={dashboard}
              headingLevel={headingLevel}
              titleId={titleId}
              actions={renderExport?.()}
            />
          ) : (
            <>
              {header}
              <OutageBanner />
            </>
          )}
          <DashboardGrid dashboard={dashboard} />
        </section>
      </DashboardProvider>
    </WidgetToolsContext.Provider>
  );
}

/** Returns what makes the export button of a widget, or of the dashboard; the same function while the formats stay. */
function useExportButtons(props: InstanceProps): ((widget?: Widget) => ReactNode) | undefined {
  const key = (props.exportFormats ?? []).join(' ');
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const render = useCallback(
    (widget?: Widget): ReactNode => (
      <ExportButton
        widgetId={widget?.id}
        label={widget === undefined ? undefined : `Export ${widget.title}`}
        formats={key.split(' ') as ExportFormat[]}
        onExport={(file) => (latest.current.onExport ?? saveFile)(file)}
        fonts={async () => latest.current.exportFonts?.()}
      />
    ),
    [key],
  );
  return key === '' ? undefined : render;
}

function initialValues({ dashboard, defaultTimeRange, refreshIntervalMs }: InstanceProps): DashboardValues {
  return {
    timeRange: defaultTimeRange ?? dashboard.timeRange,
    refreshIntervalMs: refreshIntervalMs ?? dashboard.refreshIntervalMs ?? defaultRefreshIntervalMs,
    isPaused: false,
    variables: initialVariables(dashboard),
  };
}

function controlledValues({ dashboard, timeRange, variables }: InstanceProps): Partial<DashboardValues> {
  return {
    ...(timeRange === undefined ? {} : { timeRange }),
    ...(variables === undefined ? {} : { variables: { ...initialVariables(dashboard), ...variables } }),
  };
}

type InstanceProps = DashboardProps & { readonly dashboard: DashboardDocument };
