import type { Suite } from './Suite.ts';
import { annotationSuite } from './suites/annotationSuite.ts';
import { dashboardSuite } from './suites/dashboardSuite.ts';
import { errorSuite } from './suites/errorSuite.ts';
import { frameSuite } from './suites/frameSuite.ts';
import { instantSuite } from './suites/instantSuite.ts';
import { labelSuite } from './suites/labelSuite.ts';
import { liveSuite } from './suites/liveSuite.ts';
import { logQuerySuite } from './suites/logQuerySuite.ts';
import { logSuite } from './suites/logSuite.ts';
import { metadataSuite } from './suites/metadataSuite.ts';
import { oddLabelSuite } from './suites/oddLabelSuite.ts';
import { rangeSuite } from './suites/rangeSuite.ts';
import { ruleSuite } from './suites/ruleSuite.ts';
import { silenceSuite } from './suites/silenceSuite.ts';
import { sinkSuite } from './suites/sinkSuite.ts';
import { specialValueSuite } from './suites/specialValueSuite.ts';

/** The groups of rules that hold for every backend, by their title. PromQL's own are apart. */
export const SUITES: Readonly<Record<string, Suite>> = {
  'instant queries': instantSuite,
  'range queries': rangeSuite,
  'special values': specialValueSuite,
  'series and labels': labelSuite,
  'odd labels': oddLabelSuite,
  metadata: metadataSuite,
  errors: errorSuite,
  frames: frameSuite,
  'recording (where the backend has a sink)': sinkSuite,
  'live samples (where the source can be subscribed to)': liveSuite,
  'logs (where the backend has them)': logSuite,
  'queries of logs (where the backend has them)': logQuerySuite,
  'dashboards (where the backend keeps them)': dashboardSuite,
  'annotations (where the backend keeps them)': annotationSuite,
  'alert rules (where they can be edited)': ruleSuite,
  'silences (where the backend has them)': silenceSuite,
};
