import type { Alert, Backend, Matcher } from '@glasspane/core';
import type { ReactElement } from 'react';
import { useDebounced } from '../panels/useDebounced.ts';
import { alertName } from './alertListModel.ts';
import { faultOfMatchers } from './matcherDrafts.ts';
import { useAlerts } from './useAlerts.ts';

/** Props of {@link SilencePreview}. */
export interface SilencePreviewProps {
  readonly backend: Backend;
  readonly matchers: readonly Matcher[];
}

const noMatchers: readonly Matcher[] = [];
const namesShown = 5;

/** Says which of the present alerts a silence would keep quiet. The backend decides it, as it will for the silence. */
export function SilencePreview({ backend, matchers }: SilencePreviewProps): ReactElement | null {
  const asked = useDebounced(matchers, 300);
  const isAskable = faultOfMatchers(asked) === undefined;
  const matching = useAlerts(backend, isAskable ? asked : noMatchers, isAskable);
  const all = useAlerts(backend, noMatchers);
  if (backend.alerts === undefined && backend.rules === undefined) return null;
  return (
    <div className="gp-preview" role="status" aria-label="What it would silence">
      {previewText(matching.state, all.state, isAskable)}
    </div>
  );
}

type State = ReturnType<typeof useAlerts>['state'];

function previewText(matching: State, all: State, isAskable: boolean): ReactElement {
  if (!isAskable) return <span>It would silence nothing yet.</span>;
  if (matching.status === 'error') return <span>Cannot tell what it would silence: {matching.error.message}</span>;
  if (matching.status === 'loading') return <span>Looking which alerts it would silence …</span>;
  if (matching.refreshError !== undefined) {
    return <span>Cannot tell what it would silence: {matching.refreshError.message}</span>;
  }
  const live = matching.data.filter(isGoingOn);
  const total = all.status === 'ready' ? ` of ${all.data.filter(isGoingOn).length}` : '';
  return (
    <>
      <span>
        It would silence{' '}
        <strong>
          {live.length}
          {total}
        </strong>{' '}
        present {live.length === 1 && total === '' ? 'alert' : 'alerts'}.
      </span>
      {live.length > 0 && (
        <ul className="gp-preview-list">
          {live.slice(0, namesShown).map((alert) => (
            <li key={alert.fingerprint}>{alert.annotations.summary ?? alertName(alert)}</li>
          ))}
          {live.length > namesShown && <li>and {live.length - namesShown} more</li>}
        </ul>
      )}
    </>
  );
}

const isGoingOn = ({ state }: Alert): boolean => state !== 'resolved';
