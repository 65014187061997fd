import type { AlertingConfig } from '@glasspane/core/alerting';
import type { AlertmanagerConfig, ChannelConfig } from './AlertmanagerConfig.ts';

/** Returns what the alerting machines need to know of the configuration: no addresses, and no secrets. */
export function toAlertingConfig(config: AlertmanagerConfig): AlertingConfig {
  const { route, inhibitRules, resolveTimeoutMs } = config;
  const receivers = config.receivers.map(({ name, channels }) => ({
    name,
    integrations: integrationsOf(name, channels).map(({ id, channel: { type, sendResolved } }) => ({
      id,
      type,
      sendResolved,
    })),
  }));
  return { route, receivers, inhibitRules, resolveTimeoutMs };
}

/** Returns all channels by the ids of their integrations. */
export function channelsById(config: AlertmanagerConfig): ReadonlyMap<string, ChannelConfig> {
  const all = config.receivers.flatMap(({ name, channels }) => integrationsOf(name, channels));
  return new Map(all.map(({ id, channel }) => [id, channel]));
}

/** Names the channels of a receiver: `ops/email/0`, `ops/email/1`, `ops/slack/0`. */
function integrationsOf(
  receiver: string,
  channels: readonly ChannelConfig[],
): readonly { readonly id: string; readonly channel: ChannelConfig }[] {
  const counts = new Map<string, number>();
  return channels.map((channel) => {
    const index = counts.get(channel.type) ?? 0;
    counts.set(channel.type, index + 1);
    return { id: `${receiver}/${channel.type}/${index}`, channel };
  });
}
