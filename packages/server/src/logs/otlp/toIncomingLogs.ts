import type { Labels } from '@glasspane/promql';
import type { Attribute } from '../../otlp/readAttributes.ts';
import type { IncomingLog } from '../IncomingLog.ts';
import type { OtlpLogGroup, OtlpLogRecord } from './OtlpLogs.ts';

/** The resource attributes that tell streams apart, as in Loki; the others belong to the line. */
const STREAM_ATTRIBUTES: ReadonlySet<string> = new Set([
  'service.name',
  'service.namespace',
  'service.instance.id',
  'deployment.environment',
  'deployment.environment.name',
  'cloud.region',
  'cloud.availability_zone',
  'container.name',
  'k8s.cluster.name',
  'k8s.container.name',
  'k8s.cronjob.name',
  'k8s.daemonset.name',
  'k8s.deployment.name',
  'k8s.job.name',
  'k8s.namespace.name',
  'k8s.pod.name',
  'k8s.replicaset.name',
  'k8s.statefulset.name',
]);

/** By the numbers of OpenTelemetry, of which each level has four. */
const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/**
 * Makes log lines of OpenTelemetry's records: well-known attributes of the resource and the level become labels, the other
 * attributes and ids go with the line, and the body is the line, as JSON where it is no text.
 *
 * @param nowNs - The time of records that have none.
 */
export function toIncomingLogs(groups: readonly OtlpLogGroup[], nowNs: bigint): readonly IncomingLog[] {
  return groups.flatMap(({ resource, scopeName, records }) => {
    const streams = new Map<string, Labels>();
    const own = resource.filter(([name]) => !STREAM_ATTRIBUTES.has(name));
    return records.map((record): IncomingLog => {
      const level = levelOf(record);
      const labels = streams.get(level) ?? labelsOf(resource, level);
      streams.set(level, labels);
      const metadata = metadataOf(record, own, scopeName);
      return {
        labels,
        timeNs: record.timeNs || record.observedNs || nowNs,
        line: record.body || record.eventName,
        ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
      };
    });
  });
}

function labelsOf(resource: readonly Attribute[], level: string): Labels {
  const known = resource.filter(([name, value]) => STREAM_ATTRIBUTES.has(name) && value !== '');
  const labels = known.map(([name, value]) => [toLabelName(name), value] as const);
  return Object.fromEntries([
    ['service_name', 'unknown_service'],
    ...labels,
    ...(level === '' ? [] : [['level', level]]),
  ]);
}

function metadataOf(record: OtlpLogRecord, resource: readonly Attribute[], scopeName: string): Labels {
  const attributes = [...resource, ...record.attributes].map(([name, value]) => [toLabelName(name), value]);
  const known = [
    ['scope_name', scopeName],
    ['event_name', record.body === '' ? '' : record.eventName],
    ['severity_text', record.severityText],
    ['trace_id', record.traceId],
    ['span_id', record.spanId],
  ];
  return Object.fromEntries([...attributes, ...known].filter(([, value]) => value !== ''));
}

function levelOf({ severityNumber, severityText }: OtlpLogRecord): string {
  const byNumber = severityNumber < 1 ? undefined : LEVELS[Math.floor((severityNumber - 1) / 4)];
  if (byNumber !== undefined) return byNumber;
  // Any text could be a stream of its own; only words for a level are few.
  return LEVELS.find((level) => severityText.toLowerCase().startsWith(level)) ?? '';
}

function toLabelName(name: string): string {
  const plain = name.replace(/[^a-zA-Z0-9_]/g, '_');
  return /^\d/.test(plain) ? `key_${plain}` : plain;
}
