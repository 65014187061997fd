import type { LiveState, MetricSource } from '@glasspane/core';
import { useEffect } from 'react';
import type { RefreshHub } from './createRefreshHub.ts';
import { useIsTabVisible } from './useIsTabVisible.ts';

/** Options of {@link useLiveChannel}. */
export interface UseLiveChannelOptions {
  readonly hub: RefreshHub;
  readonly source: MetricSource;
  readonly isEnabled: boolean;
  /** Hears of the channel's state; must be the same function at every render. */
  onState(state: LiveState | 'off'): void;
}

/** Keeps one live channel open while it is enabled and the tab is shown. */
export function useLiveChannel({ hub, source, isEnabled, onState }: UseLiveChannelOptions): void {
  const isTabVisible = useIsTabVisible();
  const isOpen = isEnabled && isTabVisible && source.subscribe !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    const disconnect = hub.connect(source, onState);
    return () => {
      disconnect();
      onState('off');
    };
  }, [hub, source, isOpen, onState]);
}
