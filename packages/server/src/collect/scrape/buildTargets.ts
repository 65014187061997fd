import type { ScrapeConfig } from '../config/ServerConfig.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';
import type { TargetsReport } from './TargetsReport.ts';

export interface BuiltTargets {
  readonly targets: readonly ScrapeTarget[];
  readonly dropped: Omit<TargetsReport, 'activeTargets'>;
}
export function buildTargets(_configs: readonly ScrapeConfig[], _fetch: typeof fetch): BuiltTargets {
  return { targets: [], dropped: { droppedTargets: [], droppedTargetCounts: {} } };
}
