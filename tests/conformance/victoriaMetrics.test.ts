import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import { type AdapterInstance, describeAdapter } from '@glasspane/adapters/testkit';
import { describeWith } from '../support/describeWith.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import { startVictoriaMetrics, VICTORIA_METRICS } from '../support/startVictoriaMetrics.ts';

async function createInstance(): Promise<AdapterInstance> {
  const server = await startVictoriaMetrics();
  return {
    backend: createPrometheusBackend({ url: server.url }),
    async load(series) {
      await remoteWrite(`${server.url}/api/v1/write`, { series });
      // Samples wait in memory for a second before queries see them.
      await fetch(`${server.url}/internal/force_flush`);
    },
    close: server.stop,
  };
}

const NO_NAN = 'VictoriaMetrics takes NaN as "no sample" and drops it when it is written';
const NO_METADATA = 'VictoriaMetrics keeps no metadata: /api/v1/metadata is always empty';

/** What VictoriaMetrics does otherwise on purpose. */
const KNOWN_GAPS = {
  R9: 'VictoriaMetrics moves ranges of 50 steps and more to multiples of the step, which the notice tells',
  V2: NO_NAN,
  V4: NO_NAN,
  L3: 'the index of VictoriaMetrics knows days, not moments',
  L6: '/api/v1/labels of VictoriaMetrics always has __name__',
  M1: NO_METADATA,
  M2: NO_METADATA,
  M3: NO_METADATA,
  M4: NO_METADATA,
  P5: 'MetricsQL has no string results',
};

describeWith([VICTORIA_METRICS], 'the prometheus adapter', () => {
  describeAdapter({ name: 'over VictoriaMetrics', create: createInstance, knownGaps: KNOWN_GAPS });
});
