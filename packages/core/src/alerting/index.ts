export { formatDuration, parseDurationMs } from '@glasspane/promql/syntax';
export { type IncidentAction, openIncident, reduceIncident } from '../incident/reduceIncident.ts';
export type { AlertCondition } from './AlertCondition.ts';
export type { AlertGroup } from './AlertGroup.ts';
export { type AlertingConfig, type CompiledAlerting, compileAlerting } from './AlertingConfig.ts';
export { type AlertingChange, type AlertingState, type AlertingStep, emptyAlertingState } from './AlertingState.ts';
export { advanceRule } from './advanceRule.ts';
export { alertSamples, endedSeries } from './alertSamples.ts';
export { alertsToPost, type PostOptions } from './alertsToPost.ts';
export { checkRule, type RuleIssue } from './checkRule.ts';
export { conditionToExpr } from './conditionToExpr.ts';
export { exprToCondition } from './exprToCondition.ts';
export { fingerprintOf } from './fingerprint.ts';
export { flushGroups, nextFlushMs } from './flushGroups.ts';
export { formatLabels } from './formatLabels.ts';
export type { InhibitRule } from './inhibition.ts';
export { type LabelContext, type LabelledSample, labelSamples } from './labelSamples.ts';
export { type Muting, mutingAt } from './muting.ts';
export { commonEntries, type Notification, type NotifiedAlert } from './Notification.ts';
export type { NotificationLogEntry } from './notificationLog.ts';
export type { OutboxEntry } from './OutboxEntry.ts';
export { type DeliveryOutcome, deliveryDueMs, nextDeliveries, recordDelivery } from './outbox.ts';
export type { PostedAlert } from './PostedAlert.ts';
export { parseCondition } from './parseCondition.ts';
export { postAlerts, resumeAlerting } from './postAlerts.ts';
export type { Integration, Receiver } from './Receiver.ts';
export type { Route, RouteTimes } from './Route.ts';
export type { AlertingRule, RecordingRule, Rule, RuleSample } from './Rule.ts';
export type { ActiveAlert, RuleState } from './RuleState.ts';
export { recordSamples } from './recordSamples.ts';
export { rulesForQueries } from './rulesForQueries.ts';
export type { StepContext } from './StepContext.ts';
export type { StoredAlert } from './StoredAlert.ts';
export {
  type CompileMatchers,
  changeSilence,
  checkSilence,
  expireSilence,
  type StoredSilence,
  silenceState,
} from './silences.ts';
export { type ComparedValue, splitCondition } from './splitCondition.ts';
export { type AlertTemplateData, expandTemplate } from './template/expandTemplate.ts';
export { parseTemplate } from './template/parseTemplate.ts';
export type { TemplateRegex } from './template/TemplateEnvironment.ts';
export { TemplateError } from './template/TemplateError.ts';
export type { Template } from './template/TemplateNode.ts';
export type { TemplateSample } from './template/TemplateValue.ts';
export { toAlertingRule } from './toAlertingRule.ts';
