import type { Dashboard } from '@glasspane/core';
import type { ReactElement, ReactNode } from 'react';
import { LiveIndicator } from '../controls/LiveIndicator.tsx';
import { RefreshControl } from '../controls/RefreshControl.tsx';
import { TimeRangeControl } from '../controls/TimeRangeControl.tsx';
import { ZoomBackButton } from '../controls/ZoomBackButton.tsx';
import { InfoTip } from '../widget/InfoTip.tsx';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';
import { useDashboardContext } from './DashboardContext.ts';
import { OutageBanner } from './OutageBanner.tsx';
import { useDashboardRefresh } from './useDashboardRefresh.ts';
import { useDashboardTimeRange } from './useDashboardTimeRange.ts';

/** Props of {@link DashboardHeader}. */
export interface DashboardHeaderProps {
  readonly dashboard: Dashboard;
  readonly headingLevel: HeadingLevel;
  readonly titleId: string;
  /** More controls, at the end. */
  readonly actions?: ReactNode;
}

/** The head of a dashboard: its name, and the controls of time and refreshing. */
export function DashboardHeader({ dashboard, headingLevel, titleId, actions }: DashboardHeaderProps): ReactElement {
  const { locale, timeZone, clock } = useDashboardContext('DashboardHeader');
  const { timeRange, setTimeRange, canZoomBack, zoomBack } = useDashboardTimeRange();
  const refresh = useDashboardRefresh();
  const Heading: `h${HeadingLevel}` = `h${headingLevel}`;
  return (
    <header className="gp-dashboard-header">
      <Heading id={titleId} className="gp-dashboard-title">
        {dashboard.name}
      </Heading>
      {dashboard.description !== undefined && dashboard.description !== '' && (
        <InfoTip icon="info" label={`About ${dashboard.name}`}>
          {dashboard.description}
        </InfoTip>
      )}
      <OutageBanner />
      <div className="gp-dashboard-controls">
        <LiveIndicator live={refresh.live} isPaused={refresh.isPaused} />
        <ZoomBackButton isEnabled={canZoomBack} onZoomBack={zoomBack} />
        <TimeRangeControl value={timeRange} onChange={setTimeRange} locale={locale} timeZone={timeZone} clock={clock} />
        <RefreshControl
          intervalMs={refresh.refreshIntervalMs}
          onIntervalChange={refresh.setRefreshIntervalMs}
          isPaused={refresh.isPaused}
          onPausedChange={refresh.setPaused}
          onRefresh={refresh.refreshNow}
        />
        {actions}
      </div>
    </header>
  );
}
