import type { Dashboard } from '../dashboard/Dashboard.ts';

const FULLNESS = [
  { color: 'good', label: 'fine' },
  { value: 80, color: 'warning', label: 'filling up' },
  { value: 92, color: 'critical', label: 'nearly full' },
];

const DISKS = '{fstype!="tmpfs"}';

// CPU time is shown as a share of all modes: a rate alone is too small while its window is not yet full of samples.

/**
 * System health of a host, by node_exporter's metric names: the server's own collector and a node_exporter behind
 * Prometheus both fill it.
 *
 * @public
 */
export const systemOverview: Dashboard = {
  schemaVersion: 1,
  id: 'system-overview',
  name: 'System overview',
  description: 'CPU, load, memory, disk and network of this host',
  tags: ['system'],
  timeRange: { from: 'now-5m', to: 'now' },
  refreshIntervalMs: 5000,
  widgets: [
    {
      id: 'cpu-now',
      type: 'stat',
      title: 'CPU busy',
      description: 'Share of all cores that is not idle, over the last minute.',
      layout: { x: 0, y: 0, w: 5, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: '100 * (1 - sum(rate(node_cpu_seconds_total{mode="idle"}[1m])) / sum(rate(node_cpu_seconds_total[1m])))',
          legend: 'CPU busy',
          minStepMs: 5000,
        },
      ],
      field: {
        unit: 'percent',
        decimals: 1,
        min: 0,
        max: 100,
        thresholds: [
          { color: 'good', label: 'room left' },
          { value: 75, color: 'warning', label: 'busy' },
          { value: 90, color: 'critical', label: 'saturated' },
        ],
      },
    },
    {
      id: 'load-now',
      type: 'stat',
      title: 'Load (1 min)',
      description: 'Processes that run or wait to run, averaged over one minute by the kernel.',
      layout: { x: 5, y: 0, w: 5, h: 4 },
      queries: [{ refId: 'A', expr: 'node_load1', legend: 'Load', minStepMs: 5000 }],
      field: { unit: 'short', decimals: 2, min: 0 },
    },
    {
      id: 'memory-now',
      type: 'gauge',
      title: 'Memory used',
      layout: { x: 10, y: 0, w: 5, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: '100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)',
          legend: 'Memory',
          instant: true,
        },
      ],
      field: { unit: 'percent', decimals: 1, min: 0, max: 100, thresholds: FULLNESS },
    },
    {
      id: 'disk-now',
      type: 'gauge',
      title: 'Root disk used',
      layout: { x: 15, y: 0, w: 5, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: '100 * (1 - node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"})',
          legend: 'Root disk',
          instant: true,
        },
      ],
      field: { unit: 'percent', decimals: 1, min: 0, max: 100, thresholds: FULLNESS },
    },
    {
      id: 'uptime',
      type: 'stat',
      title: 'Up for',
      layout: { x: 20, y: 0, w: 4, h: 4 },
      queries: [{ refId: 'A', expr: 'time() - node_boot_time_seconds', legend: 'Uptime', instant: true }],
      field: { unit: 's' },
      options: { hasSparkline: false },
    },
    {
      id: 'cpu',
      type: 'timeSeries',
      title: 'CPU by mode',
      layout: { x: 0, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: '100 * sum by (mode) (rate(node_cpu_seconds_total{mode!="idle"}[$__rate_interval])) / ignoring (mode) group_left () sum(rate(node_cpu_seconds_total[$__rate_interval]))',
          legend: '{{mode}}',
          minStepMs: 5000,
        },
      ],
      field: { unit: 'percent', min: 0 },
      options: { fillOpacity: 0.12, legend: { mode: 'table', values: ['mean', 'max', 'last'] } },
    },
    {
      id: 'load',
      type: 'timeSeries',
      title: 'Load',
      layout: { x: 12, y: 4, w: 12, h: 8 },
      queries: [
        { refId: 'A', expr: 'node_load1', legend: '1 min', minStepMs: 5000 },
        { refId: 'B', expr: 'node_load5', legend: '5 min', minStepMs: 5000 },
        { refId: 'C', expr: 'node_load15', legend: '15 min', minStepMs: 5000 },
        { refId: 'D', expr: 'count(count by (cpu) (node_cpu_seconds_total))', legend: 'cores', minStepMs: 5000 },
      ],
      field: { unit: 'short', min: 0 },
    },
    {
      id: 'memory',
      type: 'timeSeries',
      title: 'Memory',
      layout: { x: 0, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes',
          legend: 'used',
          minStepMs: 5000,
        },
        {
          refId: 'B',
          expr: 'node_memory_Cached_bytes + node_memory_Buffers_bytes',
          legend: 'cache and buffers',
          minStepMs: 5000,
        },
        { refId: 'C', expr: 'node_memory_MemFree_bytes', legend: 'free', minStepMs: 5000 },
      ],
      field: { unit: 'bytes', min: 0 },
    },
    {
      id: 'network',
      type: 'timeSeries',
      title: 'Network',
      description: 'Bytes a second received and sent, without the interfaces of containers.',
      layout: { x: 12, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'rate(node_network_receive_bytes_total{device!~"ifb.*|veth.*|br-.*|docker.*"}[$__rate_interval])',
          legend: '{{device}} received',
          minStepMs: 5000,
        },
        {
          refId: 'B',
          expr: 'rate(node_network_transmit_bytes_total{device!~"ifb.*|veth.*|br-.*|docker.*"}[$__rate_interval])',
          legend: '{{device}} sent',
          minStepMs: 5000,
        },
      ],
      field: { unit: 'Bps', min: 0 },
    },
    {
      id: 'disk-io',
      type: 'timeSeries',
      title: 'Disk traffic',
      layout: { x: 0, y: 20, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'sum(rate(node_disk_read_bytes_total[$__rate_interval]))',
          legend: 'read',
          minStepMs: 5000,
        },
        {
          refId: 'B',
          expr: 'sum(rate(node_disk_written_bytes_total[$__rate_interval]))',
          legend: 'written',
          minStepMs: 5000,
        },
      ],
      field: { unit: 'Bps', min: 0 },
    },
    {
      id: 'memory-parts',
      type: 'pie',
      title: 'Memory by use',
      layout: { x: 12, y: 20, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'node_memory_MemTotal_bytes - node_memory_MemFree_bytes - node_memory_Cached_bytes - node_memory_Buffers_bytes',
          legend: 'programs and kernel',
          instant: true,
        },
        {
          refId: 'B',
          expr: 'node_memory_Cached_bytes + node_memory_Buffers_bytes',
          legend: 'cache and buffers',
          instant: true,
        },
        { refId: 'C', expr: 'node_memory_MemFree_bytes', legend: 'free', instant: true },
      ],
      field: { unit: 'bytes' },
      options: { labels: 'legend', labelValue: 'both' },
    },
    {
      id: 'filesystems-used',
      type: 'barGauge',
      title: 'File systems: space used',
      layout: { x: 0, y: 28, w: 12, h: 6 },
      queries: [
        {
          refId: 'A',
          expr: `sort_desc(100 * (1 - max by (mountpoint) (node_filesystem_avail_bytes${DISKS}) / max by (mountpoint) (node_filesystem_size_bytes${DISKS})))`,
          legend: '{{mountpoint}}',
          instant: true,
        },
      ],
      field: { unit: 'percent', decimals: 1, min: 0, max: 100, thresholds: FULLNESS },
      options: { hasNames: true },
    },
    {
      id: 'filesystems',
      type: 'table',
      title: 'File systems: space left',
      layout: { x: 12, y: 28, w: 12, h: 6 },
      queries: [
        {
          refId: 'A',
          expr: `max by (mountpoint, fstype, device) (node_filesystem_avail_bytes${DISKS})`,
          instant: false,
          minStepMs: 5000,
        },
      ],
      field: { unit: 'bytes' },
      transformations: [
        { type: 'timeSeriesTable' },
        { type: 'sortBy', by: [{ field: 'last', isDescending: true }] },
        { type: 'organize', hide: ['device'], rename: { last: 'Space left', Trend: 'Course' } },
      ],
    },
  ],
};
