import type { Clock } from '@glasspane/core';
import type { DeliveryOutcome, OutboxEntry } from '@glasspane/core/alerting';
import { readAuthorization, readSecret } from '../../collect/scrape/readAuthorization.ts';
import { MailError } from '../../mail/MailError.ts';
import type { Mailer } from '../../mail/Mailer.ts';
import type { ChannelConfig, EmailConfig, SmtpConfig } from '../config/AlertmanagerConfig.ts';
import { composeMail } from './composeMail.ts';
import { composeSlack } from './composeSlack.ts';
import { composeWebhook } from './composeWebhook.ts';
import { postJson } from './postJson.ts';

/** What the channels stand on. */
export interface ChannelContext {
  readonly clock: Clock;
  readonly externalUrl: () => string;
  readonly mailerOf: (smtp: SmtpConfig) => Mailer;
  /** Aborted when the server stops. */
  readonly closing: AbortSignal;
}

const SLACK_TIMEOUT_MS = 30_000;

/** Makes one attempt to send a notification. Never rejects; no outcome holds a secret. */
export async function sendNotification(
  channel: ChannelConfig,
  entry: OutboxEntry,
  context: ChannelContext,
): Promise<DeliveryOutcome> {
  try {
    if (channel.type === 'email') return await sendMail(channel, entry, context);
    const { clock, closing, externalUrl } = context;
    const common = { url: await readSecret(channel.url), key: entry.id, signal: closing, clock };
    if (channel.type === 'slack') {
      const body = composeSlack(entry.notification, channel);
      return await postJson({ ...common, body, timeoutMs: SLACK_TIMEOUT_MS });
    }
    const { maxAlerts, timeoutMs, auth } = channel;
    const body = composeWebhook(entry.notification, { maxAlerts, externalUrl: externalUrl() });
    const authorization = auth === undefined ? undefined : await readAuthorization(auth);
    return await postJson({ ...common, body, authorization, timeoutMs });
  } catch (error) {
    // A file of a secret that cannot be read: it may be there again.
    const code = (error as { readonly code?: unknown } | undefined)?.code;
    return { type: 'failed', error: `the secret cannot be read (${String(code ?? 'unknown')})`, isFinal: false };
  }
}

async function sendMail(channel: EmailConfig, entry: OutboxEntry, context: ChannelContext): Promise<DeliveryOutcome> {
  const { smtp, to } = channel;
  const domain = /@([\w.-]+)>?\s*$/.exec(smtp.from)?.[1] ?? 'glasspane';
  const mail = { ...composeMail(entry.notification, context.externalUrl()), to, messageId: `<${entry.id}@${domain}>` };
  try {
    await context.mailerOf(smtp).send(mail);
    return { type: 'delivered' };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    if (error.isPartial) return { type: 'delivered', warning: error.message };
    return { type: 'failed', error: error.message, isFinal: !error.isTemporary };
  }
}
