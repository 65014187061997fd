import { createContext } from 'react';
import type { RefreshHub } from './createRefreshHub.ts';

/** A refresh hub, and the backend whose live channel it listens to. */
export interface RefreshHubContextValue {
  readonly hub: RefreshHub;
  readonly backendId: string;
}

/** Carries a dashboard's refresh hub to everything in it that asks its backend. */
export const RefreshHubContext: React.Context<RefreshHubContextValue | undefined> = createContext<
  RefreshHubContextValue | undefined
>(undefined);
