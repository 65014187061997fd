import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { type RemoteSeries, remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import { NODE_EXPORTER, startNodeExporter } from '../support/startNodeExporter.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';

type Parameters = readonly (readonly [name: string, value: string])[];

interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: answers of two servers, compared as they are
  readonly body: any;
}

/** The last full minute but one: recent enough for Prometheus to take. */
const END = Math.floor(Date.now() / 60_000) * 60 - 60;
const START = END - 600;

const SERIES: readonly RemoteSeries[] = [
  series({ __name__: 'requests_total', job: 'api', code: '200' }, (step) => step * 7),
  series({ __name__: 'requests_total', job: 'api', code: '500' }, (step) => (step % 20) * 3),
  series({ __name__: 'temperature', room: 'a' }, (step) => Math.sin(step) * 1e-7),
  series({ __name__: 'temperature', room: 'b"\\\n数' }, (step) => Math.cos(step) * 1e22),
  series({ __name__: 'odd', kind: 'nan' }, () => Number.NaN),
  series({ __name__: 'odd', kind: 'inf' }, (step) =>
    step % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  ),
  series({ __name__: 'odd', kind: 'zero' }, () => -0),
  ...['0.1', '1', '+Inf'].map((le, index) =>
    series({ __name__: 'latency_seconds_bucket', job: 'api', le }, (step) => step * (index + 1)),
  ),
];

function series(labels: Readonly<Record<string, string>>, valueAt: (step: number) => number): RemoteSeries {
  const samples = Array.from({ length: 41 }, (_, step) => [(START + step * 15) * 1000, valueAt(step)] as const);
  return { labels, samples };
}

describeWith([PROMETHEUS, NODE_EXPORTER], 'Prometheus and our server, side by side', () => {
  const running: RunningServer[] = [];
  let prometheus: string;
  let ours: string;

  beforeAll(async () => {
    const exporter = await startNodeExporter();
    running.push(exporter);
    const scrape = {
      job_name: 'node',
      scrape_interval: '1s',
      scrape_timeout: '1s',
      static_configs: [{ targets: [new URL(exporter.url).host] }],
    };
    const config = JSON.stringify({
      glasspane: { collect: { host: false, process: false } },
      scrape_configs: [scrape],
    });
    const servers = await Promise.all([
      startPrometheus({ scrapeConfigs: [scrape], hasRemoteWriteReceiver: true }),
      startGlasspaneServer({ config }),
    ]);
    running.push(...servers);
    [prometheus = '', ours = ''] = servers.map(({ url }) => url);
    await Promise.all([prometheus, ours].map((url) => remoteWrite(`${url}/api/v1/write`, { series: SERIES })));
    for (const url of [prometheus, ours]) {
      const scrapes = async (): Promise<number> => {
        const { body } = await ask(url, '/query', [['query', 'count_over_time(node_load1[1m])']]);
        return Number(body.data.result[0]?.value[1] ?? 0);
      };
      await vi.waitUntil(async () => (await scrapes()) > 2, { timeout: 20_000, interval: 250 });
    }
  }, 60_000);

  afterAll(async () => {
    for (const server of running) await server.stop();
  });

  async function ask(url: string, path: string, parameters: Parameters, method = 'GET'): Promise<Answer> {
    const form = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
    const response =
      method === 'GET'
        ? await fetch(`${url}/api/v1${path}?${form}`)
        : await fetch(`${url}/api/v1${path}`, { method, body: form });
    return {
      status: response.status,
      contentType: response.headers.get('content-type'),
      body: await response.json(),
    };
  }

  async function askBoth(path: string, parameters: Parameters, method = 'GET') {
    const [theirs, own] = await Promise.all([prometheus, ours].map((url) => ask(url, path, parameters, method)));
    return { theirs: normalised(theirs), own: normalised(own) };
  }

  it.each([
    'requests_total',
    'temperature',
    'odd',
    'requests_total[30s]',
    'nobody',
    'rate(requests_total[1m])',
    'sum by (job) (increase(requests_total[2m]))',
    'histogram_quantile(0.9, latency_seconds_bucket)',
    'topk(1, requests_total)',
    'requests_total / ignoring(code) group_left sum by (job) (requests_total)',
    'count_values("v", requests_total)',
    'absent(nobody{a="b"})',
    'time()',
    'vector(1) == bool 2',
    '1 / 3',
    '-0',
    '1e-7',
    '1e21',
    '1/0',
    '0/0',
    '"a<b>&\\"é"',
    'label_replace(requests_total, "new", "$1", "code", "(.).*")',
    'requests_total offset 1m',
    `requests_total @ ${START + 60}`,
    'max_over_time(requests_total[5m:30s])',
    '{__name__=~"requests.*", code!~"5.."}',
    'scalar(requests_total{code="200"})',
  ])('gives the same instant answer to %s', async (query) => {
    // Between two samples: a sample at the very start of a window counts for Prometheus 2 and no more for Prometheus 3.
    const parameters = [
      ['query', query],
      ['time', String(END + 1)],
    ] as const;
    const { theirs, own } = await askBoth('/query', parameters);
    expect(own).toEqual(theirs);
    expect((await askBoth('/query', parameters, 'POST')).own).toEqual(theirs);
  });

  it.each([
    ['requests_total', '15'],
    ['temperature', '7.5'],
    ['odd', '1m'],
    ['rate(requests_total[1m])', '15s'],
    ['sum(requests_total) by (job)', '0.5'],
    ['histogram_quantile(0.5, rate(latency_seconds_bucket[2m]))', '1m30s'],
    ['1 + time() % 60', '30'],
    ['requests_total > 100', '15'],
    ['nobody', '15'],
  ])('gives the same range answer to %s every %s', async (query, step) => {
    const parameters = [
      ['query', query],
      ['start', String(START - 30.3)],
      ['end', String(END + 400.7)],
      ['step', step],
    ] as const;
    const { theirs, own } = await askBoth('/query_range', parameters);
    expect(own).toEqual(theirs);
  });

  it.each<readonly [string, Parameters]>([
    [
      '/query',
      [
        ['query', 'up'],
        ['time', 'yesterday'],
      ],
    ],
    [
      '/query',
      [
        ['query', 'up'],
        ['timeout', 'soon'],
      ],
    ],
    ['/query', [['query', 'sum(']]],
    ['/query', [['query', 'rate(up)']]],
    ['/query', [['query', 'nofunction(up)']]],
    ['/query', [['query', 'up{a="b"']]],
    ['/query', [['query', 'up + "a"']]],
    [
      '/query',
      [
        ['query', 'requests_total * on(job) requests_total'],
        ['time', String(END)],
      ],
    ],
    ['/query', [['query', 'label_replace(up, "a b", "", "", "(")']]],
    ['/query_range', [['query', 'up']]],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '1'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '2'],
        ['end', '1'],
        ['step', '1'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '1'],
        ['end', '2'],
        ['step', '0'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '1'],
        ['end', '2'],
        ['step', '-5'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '1'],
        ['end', '2'],
        ['step', 'x'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '1'],
        ['end', '2'],
        ['step', '1e10'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up'],
        ['start', '0'],
        ['end', '11001'],
        ['step', '1'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', 'up[5m]'],
        ['start', '1'],
        ['end', '2'],
        ['step', '1'],
      ],
    ],
    [
      '/query_range',
      [
        ['query', '"text"'],
        ['start', '1'],
        ['end', '2'],
        ['step', '1'],
      ],
    ],
    ['/series', []],
    ['/series', [['match[]', '{}']]],
    [
      '/series',
      [
        ['match[]', 'up['],
        ['match[]', 'up'],
      ],
    ],
    ['/series', [['match[]', '{job=~".*"}']]],
    [
      '/series',
      [
        ['match[]', 'up'],
        ['start', 'x'],
      ],
    ],
    [
      '/series',
      [
        ['match[]', 'up'],
        ['end', 'x'],
      ],
    ],
    ['/labels', [['match[]', '{']]],
    ['/labels', [['start', '2020-13-01T00:00:00Z']]],
    ['/label/job/values', [['match[]', '{}']]],
    ['/label/job/values', [['end', 'x']]],
    ['/metadata', [['limit', 'x']]],
    [
      '/query_exemplars',
      [
        ['query', 'up'],
        ['start', '2'],
        ['end', '1'],
      ],
    ],
    ['/query_exemplars', [['query', 'sum(']]],
  ])('refuses %s %j in the same words', async (path, parameters) => {
    const { theirs, own } = await askBoth(path, parameters);
    expect(theirs.status).toBeGreaterThanOrEqual(400);
    expect(own).toEqual(theirs);
  });

  it.each<readonly [string, Parameters]>([
    ['/labels', [['match[]', '{job="node"}']]],
    [
      '/labels',
      [
        ['match[]', 'temperature'],
        ['match[]', 'odd'],
      ],
    ],
    [
      '/labels',
      [
        ['match[]', 'temperature'],
        ['start', String(START)],
        ['end', String(END)],
      ],
    ],
    ['/label/__name__/values', [['match[]', '{job="node"}']]],
    ['/label/room/values', []],
    ['/label/device/values', [['match[]', 'node_network_up']]],
    ['/label/nobody/values', []],
    ['/series', [['match[]', '{job="node"}']]],
    [
      '/series',
      [
        ['match[]', 'temperature'],
        ['match[]', '{room="a"}'],
      ],
    ],
    ['/series', [['match[]', 'nobody']]],
    ['/query_exemplars', [['query', 'up']]],
    ['/format_query', [['query', 'sum(rate(up{a="b"}[5m]))by(job)+1']]],
  ])('lists the same at %s %j', async (path, parameters) => {
    const { theirs, own } = await askBoth(path, parameters);
    expect(theirs.status).toBe(200);
    expect(own).toEqual(theirs);
  });

  it('tells the same of the metrics it scraped', async () => {
    const { theirs, own } = await askBoth('/metadata', []);
    expect(own.body.data).toMatchObject(theirs.body.data);
  });

  it('stores the same values of a scraped series that does not change', async () => {
    const { theirs, own } = await askBoth('/query', [['query', 'node_boot_time_seconds - 0']]);
    expect(own.body.data.result.map(withoutTime)).toEqual(theirs.body.data.result.map(withoutTime));
  });

  it('describes its target in the same form', async () => {
    const { theirs, own } = await askBoth('/targets', []);
    const [theirTarget] = theirs.body.data.activeTargets;
    const [ownTarget] = own.body.data.activeTargets;
    expect(Object.keys(ownTarget).sort()).toEqual(Object.keys(theirTarget).sort());
    const { lastScrape: _, lastScrapeDuration: __, globalUrl: ___, ...stable } = theirTarget;
    expect(ownTarget).toMatchObject(stable);
  });
});

/** Prometheus 3 words some refusals anew, and names colliding series in the order of a hash table. */
function reworded(text: string): string {
  return text
    .replace(/Invalid time value/, 'invalid time value')
    .replace(/^invalid expression type/, 'invalid parameter "query": invalid expression type')
    .replace(/: \[\{.*\}\];/, ': […];');
}

/** Order is not part of an answer, but for series of a range, which are few enough to sort as well. */
function normalised(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error('no answer');
  const { body } = answer;
  if (typeof body.error === 'string') return { ...answer, body: { ...body, error: reworded(body.error) } };
  const sort = (items: readonly unknown[]): unknown[] =>
    [...items].sort((a, b) => (JSON.stringify(sortKeys(a)) < JSON.stringify(sortKeys(b)) ? -1 : 1));
  if (Array.isArray(body.data)) return { ...answer, body: { ...body, data: sort(body.data) } };
  const result = body.data?.result;
  const isList = ['vector', 'matrix'].includes(body.data?.resultType);
  return isList ? { ...answer, body: { ...body, data: { ...body.data, result: sort(result) } } } : answer;
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, sortKeys(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function withoutTime({ metric, value }: { readonly metric: unknown; readonly value: readonly unknown[] }): unknown {
  return [metric, value[1]];
}
