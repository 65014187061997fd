import { type ReactElement, type ReactNode, useMemo } from 'react';
import { createFormatters } from '../chart/createFormatters.ts';
import { browserClock } from '../provider/browserClock.ts';
import { GlasspaneRoot } from '../provider/GlasspaneRoot.tsx';
import { QueryScope } from '../provider/QueryScope.tsx';
import type { HeadingLevel } from '../widget/WidgetFrame.tsx';
import { type PanelContextValue, PanelProvider } from './PanelContext.ts';
import type { PanelProps } from './PanelProps.ts';

/** Props of {@link PanelScope}. */
export interface PanelScopeProps extends Omit<PanelProps, 'backend' | 'heading'> {
  readonly className: string;
  readonly children: ReactNode;
}

const defaultRefreshIntervalMs = 5000;

/** The themed root of something that stands alone: its query client, its clock and how it writes times and values. */
export function PanelScope(props: PanelScopeProps): ReactElement {
  return (
    <GlasspaneRoot theme={props.theme ?? 'auto'} className={props.className}>
      <QueryScope client={props.queryClient}>
        <PanelProvider value={usePanelContext(props)}>{props.children}</PanelProvider>
      </QueryScope>
    </GlasspaneRoot>
  );
}

function usePanelContext(props: PanelScopeProps): PanelContextValue {
  const { clock = browserClock, theme = 'auto', locale, timeZone } = props;
  const { headingLevel = 2, refreshIntervalMs = defaultRefreshIntervalMs } = props;
  return useMemo(
    () => ({
      clock,
      theme,
      locale,
      timeZone,
      ...createFormatters({ locale, timeZone }),
      headingLevel: (headingLevel + 1) as HeadingLevel,
      refreshIntervalMs,
    }),
    [clock, theme, locale, timeZone, headingLevel, refreshIntervalMs],
  );
}
