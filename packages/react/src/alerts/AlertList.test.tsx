import {
  type Alert,
  type AlertRuleStatus,
  type AlertSource,
  type Backend,
  GlasspaneError,
  type RuleSource,
} from '@glasspane/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { InMemoryAlerts } from '../../../../stories/fakes/InMemoryAlerts.ts';
import { InMemoryRules } from '../../../../stories/fakes/InMemoryRules.ts';
import { sampleAlerts } from '../../../../stories/fakes/sampleAlerts.ts';
import { sampleResults, sampleRules } from '../../../../stories/fakes/sampleRules.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { browserClock } from '../provider/browserClock.ts';
import { AlertList } from './AlertList.tsx';

afterEach(cleanup);

const nowMs = Date.now();

function rulesOnly(): Backend {
  const rules = new InMemoryRules(sampleRules, [], sampleResults(nowMs)).source;
  return { ...new FakeBackend().backend, rules };
}

function rulesWith(alerts: readonly Alert[]): RuleSource {
  const status: AlertRuleStatus = {
    id: 'one',
    group: 'one',
    name: 'High latency',
    expr: 'latency > 1',
    forMs: 60_000,
    keepFiringForMs: 0,
    labels: {},
    annotations: {},
    state: 'pending',
    health: 'ok',
    isEditable: false,
    isPaused: false,
    alerts,
  };
  return { list: async () => [status] };
}

describe('AlertList', () => {
  it('shows the alerts of the rules where the backend has no alert manager, and lets none be silenced', async () => {
    render(<AlertList backend={rulesOnly()} />);
    await userEvent.click(await screen.findByRole('button', { name: 'worker answers slowly' }));
    expect(screen.getByRole('link', { name: /Runbook/ })).toBeDefined();
    expect(screen.queryByRole('button', { name: /Silence/ })).toBeNull();
  });

  it('filters the alerts of rules by its matchers itself', async () => {
    render(<AlertList backend={rulesOnly()} matchers={[{ name: 'service', operator: '=~', value: 'w.b' }]} />);
    await screen.findByRole('button', { name: 'web answers slowly' });
    expect(screen.queryByRole('button', { name: 'worker answers slowly' })).toBeNull();
  });

  it('adds the pending alerts that only the rules know, once and by its matchers', async () => {
    const [firing, pending] = sampleAlerts(nowMs);
    const [told, raised] = [firing as Alert, { ...pending, state: 'pending', fingerprint: 'only-the-rules' } as Alert];
    const alerts = new InMemoryAlerts([told], browserClock).source;
    const alsoTold = { ...told, state: 'pending' } as const;
    const backend = { ...new FakeBackend().backend, alerts, rules: rulesWith([raised, alsoTold]) };
    const { rerender } = render(<AlertList backend={backend} groupBy={null} />);
    expect(await screen.findByRole('button', { name: 'Pending 1' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Firing 1' })).toBeDefined();
    const matchers = [{ name: 'alertname', operator: '=', value: 'nobody' }] as const;
    rerender(<AlertList backend={backend} groupBy={null} matchers={matchers} />);
    expect(await screen.findByText('No alerts')).toBeDefined();
  });

  it('shows what fires while the rules cannot be had, and says that something is missing', async () => {
    const rules: RuleSource = { list: () => Promise.reject(new GlasspaneError('unreachable', 'Nobody there.')) };
    const alerts = new InMemoryAlerts(sampleAlerts(nowMs).slice(0, 1), browserClock).source;
    render(<AlertList backend={{ ...new FakeBackend().backend, alerts, rules }} />);
    expect(await screen.findByText(/Nobody there/)).toBeDefined();
    expect(screen.getByRole('button', { name: /requests fail in checkout/ })).toBeDefined();
  });

  it('misses nothing of a server that has no rules, and asks it for them once', async () => {
    const asked: string[] = [];
    const rules: RuleSource = {
      list() {
        asked.push('rules');
        return Promise.reject(new GlasspaneError('not_found', 'No such page.'));
      },
    };
    const { source } = new InMemoryAlerts([], browserClock);
    const alerts: AlertSource = {
      list(request) {
        asked.push('alerts');
        return source.list(request);
      },
    };
    render(<AlertList backend={{ ...new FakeBackend().backend, alerts, rules }} refreshIntervalMs={10} />);
    expect(await screen.findByText('No alerts')).toBeDefined();
    await waitFor(() => expect(asked.filter((what) => what === 'alerts').length).toBeGreaterThan(4));
    expect(asked.filter((what) => what === 'rules')).toEqual(['rules']);
    expect(screen.queryByText(/No such page/)).toBeNull();
  });

  it('keeps two tenants on one page apart', async () => {
    const [first, second] = [sampleAlerts(nowMs).slice(0, 1), sampleAlerts(nowMs).slice(3, 4)].map((alerts) => ({
      ...new FakeBackend().backend,
      alerts: new InMemoryAlerts(alerts, browserClock).source,
    }));
    render(
      <>
        <AlertList backend={first as Backend} heading="First" />
        <AlertList backend={second as Backend} heading="Second" />
      </>,
    );
    await screen.findByRole('button', { name: /large-2/ });
    expect(screen.getByRole('region', { name: 'First' }).textContent).not.toContain('large-2');
  });

  it('keeps a silence that is being written when its alert goes', async () => {
    const store = new InMemoryAlerts(sampleAlerts(nowMs).slice(0, 1), browserClock);
    const backend = { ...new FakeBackend().backend, alerts: store.source, silences: store.silences };
    render(<AlertList backend={backend} user="ada" refreshIntervalMs={20} />);
    await userEvent.click(await screen.findByRole('button', { name: /requests fail in checkout/ }));
    await userEvent.click(screen.getByRole('button', { name: /Silence/ }));
    const comment = screen.getByRole('textbox', { name: 'Comment' });
    await userEvent.type(comment, 'Looking into it');
    store.alerts = [];
    await waitFor(() => expect(screen.queryByRole('button', { name: /requests fail in checkout/ })).toBeNull());
    expect(comment).toHaveProperty('value', 'Looking into it');
  });
});
