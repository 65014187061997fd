import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../provider/Icon.tsx';
import { errorText } from '../widget/errorText.ts';
import { usePanel } from './PanelContext.ts';
import { PanelMessage } from './PanelMessage.tsx';
import type { BackendQueryState, UseBackendQueryResult } from './useBackendQuery.ts';

/** Props of {@link PanelQuery}. */
export interface PanelQueryProps<TData> {
  readonly query: UseBackendQueryResult<TData>;
  /** What is asked for, as it stands in a sentence: `the alerts`. */
  readonly what: string;
  /** Shows the answer, also while a refresh fails. */
  children(data: TData): ReactNode;
}

/** Shows the answer of a call, or that it is on its way, or why there is none and how to try again. */
export function PanelQuery<TData>({ query, what, children }: PanelQueryProps<TData>): ReactElement {
  const { state, refetch } = query;
  if (state.status === 'loading') return <Loading what={what} />;
  if (state.status === 'error') {
    const { error, isRetrying } = state;
    return (
      <PanelMessage
        icon={error.code === 'unreachable' || error.code === 'unavailable' ? 'plug' : 'error'}
        tone="error"
        title={`Cannot load ${what}`}
        detail={
          <>
            <p>{error.message}</p>
            <p>{errorText(error).advice}</p>
          </>
        }
        action={{ label: isRetrying ? 'Trying again …' : 'Try again', onPress: refetch }}
      />
    );
  }
  return (
    <div className="gp-panel-body" data-outdated={state.isOutdated || undefined}>
      {state.refreshError !== undefined && <Stale state={state} onRetry={refetch} />}
      {children(state.data)}
    </div>
  );
}

function Loading({ what }: { readonly what: string }): ReactElement {
  return (
    <div className="gp-panel-loading" aria-busy="true">
      <span className="gp-visually-hidden">Loading {what}</span>
      <span />
      <span />
      <span />
    </div>
  );
}

function Stale(props: {
  readonly state: Extract<BackendQueryState<unknown>, { readonly status: 'ready' }>;
  onRetry(): void;
}): ReactElement {
  const { times } = usePanel();
  const { refreshError, updatedAtMs } = props.state;
  return (
    <div className="gp-panel-note" data-tone="warning" role="status">
      <Icon name="plug" />
      <span>
        Not current: the last refresh failed ({refreshError?.message}). Showing the state of{' '}
        {times.format(updatedAtMs, 'second')}.
      </span>
      <button type="button" className="gp-button" data-size="small" onClick={props.onRetry}>
        Try again
      </button>
    </div>
  );
}
