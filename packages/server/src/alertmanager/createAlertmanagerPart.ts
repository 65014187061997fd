import type { Channel } from '@glasspane/core';
import { compileAlerting, postAlerts } from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import type { Instrument } from '../collect/registry/Instrument.ts';
import type { Mailer } from '../mail/Mailer.ts';
import { SmtpMailer } from '../mail/SmtpMailer.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { readVersion } from '../readVersion.ts';
import { AlertEngine } from './AlertEngine.ts';
import type { AlertReceiver } from './AlertReceiver.ts';
import { addAlertmanagerRoutes } from './api/addAlertmanagerRoutes.ts';
import { sendNotification } from './channels/sendNotification.ts';
import type { SmtpConfig } from './config/AlertmanagerConfig.ts';
import { channelsById, toAlertingConfig } from './config/toAlertingConfig.ts';
import { createNotificationInstruments, createStateInstruments } from './createInstruments.ts';
import { NotificationSender } from './NotificationSender.ts';

/** The part that tells people of alerts, and what other parts need of it. */
export interface AlertmanagerPart extends ServerPart {
  readonly engine: AlertEngine;
  /** Takes the alerts of the server's own rules. */
  readonly receiver: AlertReceiver;
  /** Sends mail; left out where the configuration names no mail server. */
  readonly mailer: Mailer | undefined;
  readonly instruments: readonly Instrument[];
  /** Returns the receivers that tell anybody: the channels that a rule may name. */
  channels(): readonly Channel[];
}

/** Makes the part that groups, silences, inhibits and routes alerts as Alertmanager does, and sends what is to be told. */
export function createAlertmanagerPart(context: ServerContext): AlertmanagerPart {
  const { documents, clock, log, closing, externalUrl } = context;
  const config = context.config.alertmanager;
  const compiled = compileAlerting(toAlertingConfig(config), compileMatchers);
  const engine = new AlertEngine({ documents, compiled, clock, log });
  const instruments = createNotificationInstruments();
  const mailerOf = (smtp: SmtpConfig): Mailer => new SmtpMailer(smtp, closing);
  const sender = new NotificationSender({
    engine,
    channels: channelsById(config),
    send: (channel, entry) => sendNotification(channel, entry, { clock, externalUrl, mailerOf, closing }),
    instruments,
    log,
    closing,
  });
  return {
    engine,
    receiver: {
      async post(alerts) {
        await engine.run((state) => postAlerts(compiled, state, alerts, clock.now()));
      },
    },
    mailer: config.smtp === undefined ? undefined : mailerOf(config.smtp),
    instruments: [instruments.attempts, instruments.failures, ...createStateInstruments(engine)],
    channels: () =>
      config.receivers
        .filter(({ channels }) => channels.length > 0)
        .map(({ name, channels }) => ({ id: name, types: [...new Set(channels.map(({ type }) => type))] })),
    routes: (app) => addAlertmanagerRoutes(app, { engine, config, log, version: readVersion() }),
    async start() {
      await engine.start();
      sender.start();
    },
    async stop() {
      await sender.stop();
      await engine.stop();
    },
  };
}
