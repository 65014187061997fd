import {
  type Backend,
  type Clock,
  GlasspaneError,
  isLiveRange,
  type TimeRange,
  type VariableValues,
} from '@glasspane/core';
import { type ReactElement, useRef, useState } from 'react';
import { browserClock } from '../../provider/browserClock.ts';
import { QueryScope } from '../../provider/QueryScope.tsx';
import { useIsNearViewport } from '../../query/useIsNearViewport.ts';
import { useIsTabVisible } from '../../query/useIsTabVisible.ts';
import { filteredExpr } from './LogFilter.ts';
import { LogFilterBar } from './LogFilterBar.tsx';
import { LogFooter } from './LogFooter.tsx';
import { LogLines } from './LogLines.tsx';
import { LogLiveControl } from './LogLiveControl.tsx';
import { LogMessage } from './LogMessage.tsx';
import { defaultMaxLines, type LogsOptions } from './LogsOptions.ts';
import { useLogFilter } from './useLogFilter.ts';
import { useLogs } from './useLogs.ts';

/**
 * Props of {@link LogsView}.
 *
 * @public
 */
export interface LogsViewProps {
  /** Where the lines come from: its capability `logs`. Make it once, outside of the component. */
  readonly backend: Backend;
  /** A LogQL log query such as `{app="api"} |= "error"`. Its texts may hold variables. */
  readonly expr: string;
  readonly timeRange: TimeRange;
  /** What the view is called by screen readers. */
  readonly title: string;
  readonly options?: LogsOptions | undefined;
  readonly variables?: VariableValues | undefined;
  /** How often to ask again where the lines are not followed, in milliseconds; 0 or left out: never. */
  readonly refreshIntervalMs?: number | undefined;
  /** Whether the viewer holds the page still. */
  readonly isPaused?: boolean | undefined;
  /** The room for the view, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  readonly clock?: Clock | undefined;
}

const noVariables: VariableValues = {};

/**
 * Shows log lines, the newest first, and follows new ones as they come. The viewer filters by text and label, holds the
 * lines still, and opens a line for its labels.
 *
 * It stands inside a Glasspane root: in a dashboard, or in an element with the class `gp-root`.
 *
 * @public
 */
export function LogsView(props: LogsViewProps): ReactElement {
  return (
    <QueryScope>
      {/* Lines of one backend are never shown as those of another one: it may be another tenant's. */}
      <Content key={props.backend.id} {...props} />
    </QueryScope>
  );
}

function Content(props: LogsViewProps): ReactElement {
  const { backend, timeRange, options = {}, locale, timeZone, clock = browserClock } = props;
  const { variables = noVariables, refreshIntervalMs = 0 } = props;
  const rootRef = useRef<HTMLDivElement>(null);
  const isShown = useIsShown(rootRef);
  const filter = useLogFilter(clock);
  const [isHeld, setIsHeld] = useState(false);
  const query = filteredExpr(props.expr, variables, filter.settled);
  const isLive = (options.isLive ?? true) && isLiveRange(timeRange) && query.status !== 'invalid';
  const logs = useLogs({
    backend,
    expr: query.status === 'ready' ? query.expr : undefined,
    timeRange,
    timeZone,
    maxLines: options.maxLines ?? defaultMaxLines,
    isLive: isLive && isShown,
    isPaused: isHeld || props.isPaused === true,
    refreshIntervalMs: isShown && props.isPaused !== true ? refreshIntervalMs : 0,
    clock,
  });
  const { rows, history, tail } = logs;
  const error = query.status === 'invalid' ? query.error : history.error;
  const range = history.data?.range;
  return (
    <div ref={rootRef} className="gp-logs" style={{ width: props.width, height: props.height }}>
      <div className="gp-logs-bar">
        {options.hasFilters !== false && (
          <LogFilterBar
            backend={backend}
            range={range}
            filter={filter}
            problem={query.status === 'bad-filter' ? query.reason : undefined}
          />
        )}
        {isLive && (
          <LogLiveControl
            tail={tail}
            isConnecting={backend.logs?.tail !== undefined && !tail.isFollowing}
            isHeld={isHeld}
            isPaused={props.isPaused === true}
            onHold={setIsHeld}
          />
        )}
      </div>
      {rows.length > 0 && range !== undefined ? (
        <LogLines
          rows={options.order === 'oldest-first' ? [...rows].reverse() : rows}
          title={props.title}
          range={range}
          wrap={options.wrap ?? true}
          isOutdated={history.isOutdated}
          locale={locale}
          timeZone={timeZone}
          onFilter={options.hasFilters === false ? undefined : filter.addLabel}
        />
      ) : (
        <LogMessage
          error={error instanceof GlasspaneError ? error : undefined}
          isLoading={history.data === undefined && query.status !== 'bad-filter'}
          isRetrying={history.isFetching}
          expr={query.status === 'ready' ? query.expr : props.expr}
          onRetry={query.status === 'invalid' ? undefined : history.refetch}
          onClearFilter={filter.isActive ? filter.clear : undefined}
        />
      )}
      <LogFooter
        logs={logs}
        order={options.order ?? 'newest-first'}
        clock={clock}
        locale={locale}
        timeZone={timeZone}
      />
    </div>
  );
}

/** A view that nobody sees follows nothing: each follower takes a connection. */
function useIsShown(ref: React.RefObject<HTMLDivElement | null>): boolean {
  const isNear = useIsNearViewport(ref);
  const isTabVisible = useIsTabVisible();
  return isNear && isTabVisible;
}
