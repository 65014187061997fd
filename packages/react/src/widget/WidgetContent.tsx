import type { AbsoluteTimeRange, Backend, Capability, DocumentIssue, GlasspaneError, Widget } from '@glasspane/core';
import type { ReactElement } from 'react';
import type { PointClick } from '../chart/interaction/PointClick.ts';
import type { ElementSize } from '../provider/useElementSize.ts';
import type { MetricQueriesState } from '../query/MetricQueriesState.ts';
import type { AnyWidgetDefinition, WidgetQueryResult } from './defineWidget.ts';
import { errorText } from './errorText.ts';
import { isEmpty, missingCapabilities } from './missingCapabilities.ts';
import { parseOptions } from './parseOptions.ts';
import { useTransformedResults } from './useTransformedResults.ts';
import { WidgetDataTable } from './WidgetDataTable.tsx';
import { WidgetErrorBoundary } from './WidgetErrorBoundary.tsx';
import { WidgetMessage } from './WidgetMessage.tsx';
import { WidgetSkeleton } from './WidgetSkeleton.tsx';

/** Props of {@link WidgetContent}. */
export interface WidgetContentProps {
  readonly widget: Widget;
  /** The widget's type; left out where it is not known. */
  readonly definition: AnyWidgetDefinition | undefined;
  readonly backend: Backend;
  readonly state: MetricQueriesState;
  /** The room for the view; left out until it is measured. */
  readonly size: ElementSize | undefined;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  onRetry(): void;
  /** Whether the table of the widget is shown in place of its view. */
  readonly isTable: boolean;
  onTimeRangeSelect(range: AbsoluteTimeRange): void;
  onZoomBack?: (() => void) | undefined;
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
}

/** Shows the view of a widget, or says why there is none. */
export function WidgetContent(props: WidgetContentProps): ReactElement {
  const { widget, definition, backend, state, size } = props;
  const given = state.status === 'ready' ? state.results : undefined;
  const transformed = useTransformedResults(given, widget.transformations, props.locale);
  if (definition === undefined) return <UnknownType type={widget.type} />;
  const missing = missingCapabilities(widget, definition, backend);
  if (missing.length > 0) return <MissingCapability definition={definition} missing={missing} />;
  const parsed = parseOptions(definition.schema, widget.options);
  if (parsed.status === 'invalid') return <InvalidOptions what="options" issues={parsed.issues} />;
  if (transformed.status === 'invalid') return <InvalidOptions what="transformations" issues={transformed.issues} />;
  if (size !== undefined && (size.width <= 0 || size.height <= 0)) return <NoRoom />;
  if (state.status === 'error') return <QueryError {...state} onRetry={props.onRetry} />;
  if (state.status === 'loading' || size === undefined) return <WidgetSkeleton />;
  if (transformed.status === 'failed') return <TransformFailure message={transformed.message} />;
  const { timeRange } = state;
  const { results } = transformed;
  if (isEmpty(results) && widget.field?.noValue === undefined) return <Empty results={results} />;
  const view = {
    widget,
    options: parsed.options,
    results,
    timeRange,
    width: size.width,
    height: size.height,
    locale: props.locale,
    timeZone: props.timeZone,
  };
  const { onTimeRangeSelect, onZoomBack = ignore, onPointClick } = props;
  return (
    <WidgetErrorBoundary resetKey={widget} key={props.isTable ? 'table' : 'view'}>
      {props.isTable && definition.toTable !== undefined ? (
        <WidgetDataTable {...view} toTable={definition.toTable} />
      ) : (
        <definition.View
          {...view}
          onTimeRangeSelect={onTimeRangeSelect}
          onZoomBack={onZoomBack}
          onPointClick={onPointClick}
        />
      )}
    </WidgetErrorBoundary>
  );
}

function ignore(): void {}

function UnknownType({ type }: { readonly type: string }): ReactElement {
  return (
    <WidgetMessage
      tone="neutral"
      icon="info"
      title={`Unknown widget type “${type}”`}
      detail="The page that shows this dashboard does not know this type. The widget is kept as it is."
    />
  );
}

function MissingCapability(props: {
  readonly definition: AnyWidgetDefinition;
  readonly missing: readonly Capability[];
}): ReactElement {
  const names = props.missing.join(', ');
  return (
    <WidgetMessage
      tone="neutral"
      icon="plug"
      title={`This backend has no ${names}`}
      detail={`${props.definition.label} needs it. Use a backend that offers ${names}.`}
    />
  );
}

interface InvalidOptionsProps {
  readonly what: 'options' | 'transformations';
  readonly issues: readonly DocumentIssue[];
}

function InvalidOptions({ what, issues }: InvalidOptionsProps): ReactElement {
  return (
    <WidgetMessage
      tone="error"
      icon="error"
      title={`The ${what} of this widget are not valid`}
      detail={
        <ul className="gp-issues">
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function TransformFailure({ message }: { readonly message: string }): ReactElement {
  return <WidgetMessage tone="error" icon="error" title="A transformation does not fit the data" detail={message} />;
}

function NoRoom(): ReactElement {
  return (
    <WidgetMessage
      tone="neutral"
      icon="info"
      title="No room"
      detail="This widget has no width or height here. Make it larger, or give its container a height."
    />
  );
}

interface QueryErrorProps {
  readonly error: GlasspaneError;
  readonly isRetrying: boolean;
  onRetry(): void;
}

function QueryError({ error, isRetrying, onRetry }: QueryErrorProps): ReactElement {
  const { title, advice } = errorText(error);
  return (
    <WidgetMessage
      tone="error"
      icon={error.code === 'unreachable' || error.code === 'unavailable' ? 'plug' : 'error'}
      title={title}
      detail={
        <>
          <p>{error.message}</p>
          <p>{advice}</p>
        </>
      }
      action={{ label: isRetrying ? 'Trying again …' : 'Try again', onPress: onRetry }}
    />
  );
}

function Empty({ results }: { readonly results: readonly WidgetQueryResult[] }): ReactElement {
  return (
    <WidgetMessage
      tone="neutral"
      icon="empty"
      title="No data in this time range"
      detail={
        <ul className="gp-issues">
          {results.map(({ query }) => (
            <li key={query.refId}>
              <code>{query.expr}</code>
            </li>
          ))}
        </ul>
      }
    />
  );
}
