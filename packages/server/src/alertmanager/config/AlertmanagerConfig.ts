import type { InhibitRule, Route } from '@glasspane/core/alerting';
import type { ScrapeAuth, Secret } from '../../collect/config/ServerConfig.ts';

/** The section `alertmanager` of the server's configuration file, parsed. */
export interface AlertmanagerConfig {
  readonly resolveTimeoutMs: number;
  /** How the server sends mail; left out where the file names no mail server. */
  readonly smtp?: SmtpConfig | undefined;
  readonly route: Route;
  readonly receivers: readonly ReceiverConfig[];
  readonly inhibitRules: readonly InhibitRule[];
  /** The section as it was written, its secrets left out. */
  readonly original: string;
}

/** A mail server, and who the server is there. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  /** The name by which the server greets the mail server. */
  readonly hello: string;
  readonly requireTls: boolean;
  readonly tls?: SmtpTls | undefined;
  readonly auth?: { readonly username: string; readonly password: Secret } | undefined;
}

/** How the certificate of a mail server is checked. */
export interface SmtpTls {
  /** The file of the authority that it is checked against, instead of those that the system knows. */
  readonly caFile?: string | undefined;
  /** The name that it must be for, where that is not the host's. */
  readonly serverName?: string | undefined;
  /** Takes any certificate. */
  readonly insecureSkipVerify: boolean;
}

/** One entry of `receivers`. */
export interface ReceiverConfig {
  readonly name: string;
  readonly channels: readonly ChannelConfig[];
}

/** One way in which a receiver is told. */
export type ChannelConfig = EmailConfig | SlackConfig | WebhookConfig;

/** One entry of `email_configs`. */
export interface EmailConfig {
  readonly type: 'email';
  readonly sendResolved: boolean;
  readonly to: readonly string[];
  readonly smtp: SmtpConfig;
}

/** One entry of `slack_configs`. */
export interface SlackConfig {
  readonly type: 'slack';
  readonly sendResolved: boolean;
  readonly url: Secret;
  readonly channel?: string | undefined;
  readonly username?: string | undefined;
  readonly iconEmoji?: string | undefined;
}

/** One entry of `webhook_configs`. */
export interface WebhookConfig {
  readonly type: 'webhook';
  readonly sendResolved: boolean;
  readonly url: Secret;
  /** The most alerts that one message holds; 0 for no limit. */
  readonly maxAlerts: number;
  readonly auth?: ScrapeAuth | undefined;
  readonly timeoutMs: number;
}
