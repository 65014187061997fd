import { createNoise } from './createNoise.ts';
import { type Exporter, loadAt, range, SCRAPE_SECONDS, type SeriesLabels } from './Exporter.ts';

const REGIONS = ['eu', 'us'];
const PLANS = ['free', 'team', 'business'];

/** What each tenant sends in each of two regions: the label of many values. */
export function createTenantExporter(labels: SeriesLabels, seed: number, seriesCount: number): Exporter {
  const noise = createNoise(seed);
  const sent = new Float64Array(seriesCount);
  const rates = Float64Array.from(sent, () => 20_000 * noise() ** 4);
  return {
    series: range(seriesCount).map((index) => {
      const tenant = index >> 1;
      return {
        __name__: 'tenant_sent_bytes_total',
        ...labels,
        tenant: `tenant-${String(tenant).padStart(5, '0')}`,
        plan: PLANS[tenant % 3] ?? '',
        region: REGIONS[index % 2] ?? '',
      };
    }),
    scrape({ seconds, hasRestarted }, values, at) {
      if (hasRestarted) sent.fill(0);
      const load = loadAt(seconds);
      for (const index of sent.keys()) {
        sent[index] = (sent[index] ?? 0) + Math.floor(SCRAPE_SECONDS * (rates[index] ?? 0) * load * noise());
        values[at + index] = sent[index] ?? 0;
      }
    },
  };
}
