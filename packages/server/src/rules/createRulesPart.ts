import { type AlertRule, type Channel, InvalidDocumentError, parseAlertRule } from '@glasspane/core';
import { checkRule, toAlertingRule } from '@glasspane/core/alerting';
import { priceListToRules } from '@glasspane/core/cost';
import type { AlertReceiver } from '../alertmanager/AlertReceiver.ts';
import type { ServerConfig } from '../collect/config/ServerConfig.ts';
import { apiRoute } from '../http/apiRoute.ts';
import { checkId, withNewId, withPathId } from '../http/documentId.ts';
import { type JsonHandler, jsonRoute } from '../http/jsonRoute.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { EditableRules } from './EditableRules.ts';
import { FileRules } from './FileRules.ts';
import type { RuleGroup } from './RuleGroup.ts';
import { RuleMetrics } from './RuleMetrics.ts';
import type { RuleWorld } from './RuleRunner.ts';
import { RuleStateStore } from './RuleStateStore.ts';
import { readRuleFiles } from './readRuleFiles.ts';
import { createRulesHandlers } from './rulesHandlers.ts';

/** Who is told of alerts, and how people can be told. */
export interface AlertOutlet {
  readonly receiver: AlertReceiver;
  /** Returns the channels that a rule may name. */
  readonly channels: () => readonly Channel[];
}

const PRICES_GROUP = 'glasspane-prices';
const PATH = '/api/v1/alert-rules';

/** Makes the part that evaluates rules: those of files and those that are edited over the API, which it keeps. */
export function createRulesPart(context: ServerContext, outlet: AlertOutlet): ServerPart {
  const { documents, config, log } = context;
  const intervalMs = config.global.evaluationIntervalMs;
  const metrics = new RuleMetrics();
  const world: RuleWorld = {
    ...context,
    states: new RuleStateStore(documents),
    receiver: outlet.receiver,
    externalLabels: config.global.externalLabels,
    stopwatch: () => performance.now(),
  };
  const editable = new EditableRules({ documents, world, metrics, intervalMs });
  const files = new FileRules(world, metrics);
  const handlers = createRulesHandlers({ files, editable, intervalMs });
  const route = (handler: JsonHandler) => jsonRoute(handler, { log });
  return {
    instruments: metrics.instruments,
    routes(app) {
      app.get('/api/v1/rules', apiRoute(handlers.rules, log));
      app.get('/api/v1/alerts', apiRoute(handlers.alerts, log));
      app.get(
        '/api/v1/channels',
        route(() => ({ data: outlet.channels() })),
      );
      app.get(
        PATH,
        route(() => ({ data: editable.rules() })),
      );
      app.get(
        `${PATH}/:id`,
        route(({ param }) => ({ data: editable.get(param('id')) })),
      );
      app.post(
        PATH,
        route(async ({ body }) => {
          const rule = parseRule(withNewId(body), outlet);
          checkId(rule.id);
          const created = await editable.create(rule);
          return { data: created, status: 201, headers: { location: `${PATH}/${rule.id}` } };
        }),
      );
      app.put(
        `${PATH}/:id`,
        route(async ({ body, param }) => {
          editable.get(param('id'));
          return { data: await editable.update(parseRule(withPathId(body, param('id')), outlet)) };
        }),
      );
      app.delete(
        `${PATH}/:id`,
        route(async ({ param }) => {
          await editable.delete(param('id'));
          return { status: 204 };
        }),
      );
    },
    async start() {
      const groups = await readRuleFiles(config.ruleFiles, intervalMs);
      await files.start([...groups, ...pricesGroup(config)]);
      editable.start();
    },
    async stop() {
      await Promise.all([files.stop(), editable.stop()]);
    },
  };
}

/** Makes the group that turns counters into costs. */
function pricesGroup({ prices, global }: ServerConfig): readonly RuleGroup[] {
  const rules = priceListToRules(prices);
  if (rules.length === 0) return [];
  const timing = { intervalMs: global.evaluationIntervalMs, queryOffsetMs: 0, limit: 0 };
  return [{ name: PRICES_GROUP, file: '', ...timing, rules }];
}

/** @throws {@link InvalidDocumentError} When the rule could not be evaluated, or nobody told. */
function parseRule(body: unknown, { channels }: AlertOutlet): AlertRule {
  const rule = parseAlertRule(body);
  const issues = checkRule(toAlertingRule(rule)).map(({ field, name, message }) => ({
    path:
      name === undefined || (name === 'description' && rule.annotations?.description === undefined)
        ? (name ?? field)
        : `${field}.${name}`,
    message,
  }));
  const known = channels().map(({ id }) => id);
  for (const [index, id] of (rule.channels ?? []).entries()) {
    if (known.includes(id)) continue;
    const hint =
      known.length === 0 ? 'there are none; add receivers to the configuration' : `known are ${known.join(', ')}`;
    issues.push({ path: `channels[${index}]`, message: `there is no channel ${JSON.stringify(id)}; ${hint}` });
  }
  if (issues.length > 0) throw new InvalidDocumentError('alert rule', issues);
  return rule;
}
