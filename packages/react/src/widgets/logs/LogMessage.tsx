import type { GlasspaneError } from '@glasspane/core';
import type { ReactElement } from 'react';
import { errorText } from '../../widget/errorText.ts';
import { WidgetMessage } from '../../widget/WidgetMessage.tsx';
import { WidgetSkeleton } from '../../widget/WidgetSkeleton.tsx';

/** Props of {@link LogMessage}. */
export interface LogMessageProps {
  readonly error: GlasspaneError | undefined;
  readonly isLoading: boolean;
  readonly isRetrying: boolean;
  /** What was asked. */
  readonly expr: string;
  /** Left out: trying again would not help. */
  readonly onRetry: (() => void) | undefined;
  /** Left out: nothing is filtered. */
  readonly onClearFilter: (() => void) | undefined;
}

/** What stands where lines would be: that they are on their way, why they cannot be had, or that there are none. */
export function LogMessage(props: LogMessageProps): ReactElement {
  const { error, expr, onRetry, onClearFilter } = props;
  return (
    <div className="gp-logs-message">
      {error !== undefined ? (
        <WidgetMessage
          tone="error"
          icon={error.code === 'unreachable' || error.code === 'unavailable' ? 'plug' : 'error'}
          title={errorText(error).title}
          detail={
            <>
              <p>{error.message}</p>
              <p>{errorText(error).advice}</p>
            </>
          }
          action={onRetry && { label: props.isRetrying ? 'Trying again …' : 'Try again', onPress: onRetry }}
        />
      ) : props.isLoading ? (
        <WidgetSkeleton />
      ) : (
        <WidgetMessage
          tone="neutral"
          icon="empty"
          title={onClearFilter === undefined ? 'No log lines in this time range' : 'No line passes the filter'}
          detail={<code>{expr}</code>}
          action={onClearFilter && { label: 'Clear the filter', onPress: onClearFilter }}
        />
      )}
    </div>
  );
}
