import { TimeFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Icon } from '../provider/Icon.tsx';
import { useDashboardContext, useDashboardState } from './DashboardContext.ts';
import type { WidgetOutage } from './DashboardState.ts';

/** Says once for the whole dashboard that its backend cannot be reached, and how old the data is that is still shown. */
export function OutageBanner(): ReactElement {
  const { locale, timeZone } = useDashboardContext('OutageBanner');
  const outages = useDashboardState('OutageBanner', (state) => state.outages);
  const isPaused = useDashboardState('OutageBanner', (state) => state.values.isPaused);
  // The live region stands there before it has something to say, or screen readers would miss it.
  return (
    <div className="gp-banner-region" role="status">
      {outages.size > 0 && (
        <div className="gp-banner">
          <Icon name="plug" />
          <span>{toText([...outages.values()], isPaused, new TimeFormatter({ locale, timeZone }))}</span>
        </div>
      )}
    </div>
  );
}

function toText(outages: readonly WidgetOutage[], isPaused: boolean, times: TimeFormatter): string {
  const since = outages.flatMap(({ dataFromMs }) => dataFromMs ?? []);
  const what = `Cannot reach the backend${isPaused ? '' : ', trying again'}`;
  if (since.length === 0) return `${what}.`;
  return `${what}; data of ${times.format(Math.min(...since), 'second')}.`;
}
