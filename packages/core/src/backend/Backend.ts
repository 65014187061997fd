import type { AlertSource, SilenceStore } from './AlertSource.ts';
import type { AnnotationSource } from './AnnotationSource.ts';
import type { DashboardExporter } from './DashboardExporter.ts';
import type { DashboardStore } from './DashboardStore.ts';
import type { IncidentStore } from './IncidentStore.ts';
import type { LogSource } from './LogSource.ts';
import type { MetricSink } from './MetricSink.ts';
import type { MetricSource } from './MetricSource.ts';
import type { ReportStore } from './ReportStore.ts';
import type { RuleSource } from './RuleSource.ts';

/**
 * What the host gives Glasspane to work on: a handful of capabilities, each a small interface, all but one optional. A
 * component whose capability is missing says so.
 *
 * @public
 */
export interface Backend {
  /**
   * Tells this backend from every other one in the page, in caches. Two instances never share an id, not even for the
   * same URL: their credentials may differ.
   */
  readonly id: string;
  readonly metrics: MetricSource;
  readonly sink?: MetricSink | undefined;
  readonly logs?: LogSource | undefined;
  readonly alerts?: AlertSource | undefined;
  readonly silences?: SilenceStore | undefined;
  readonly rules?: RuleSource | undefined;
  readonly annotations?: AnnotationSource | undefined;
  readonly incidents?: IncidentStore | undefined;
  readonly dashboards?: DashboardStore | undefined;
  readonly exporter?: DashboardExporter | undefined;
  readonly reports?: ReportStore | undefined;
}

/**
 * The name of a capability of a {@link Backend}.
 *
 * @public
 */
export type Capability = Exclude<keyof Backend, 'id'>;
