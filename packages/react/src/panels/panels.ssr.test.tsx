// @vitest-environment node
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { silent } from '../../../../stories/fakes/faults.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { AlertList } from '../alerts/AlertList.tsx';
import { AlertRuleEditor } from '../alerts/AlertRuleEditor.tsx';
import { AlertRuleList } from '../alerts/AlertRuleList.tsx';
import { SilenceButton } from '../alerts/SilenceButton.tsx';
import { SilenceList } from '../alerts/SilenceList.tsx';
import { IncidentList } from '../incidents/IncidentList.tsx';
import { IncidentView } from '../incidents/IncidentView.tsx';

const said = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') };

afterEach(() => {
  expect([...said.error.mock.calls, ...said.warn.mock.calls]).toEqual([]);
});

describe('on a server', () => {
  it('every panel renders its frame, asks nothing and warns of nothing', () => {
    const backend = {
      ...new FakeBackend().backend,
      alerts: silent<object>() as never,
      silences: silent<object>() as never,
      incidents: silent<object>() as never,
      rules: { list: () => Promise.reject(new Error('asked')), editor: silent<object>() as never },
    };
    const html = renderToString(
      <StrictMode>
        <AlertList backend={backend} />
        <SilenceList backend={backend} />
        <SilenceButton backend={backend} labels={{ alertname: 'x' }} />
        <AlertRuleList backend={backend} />
        <AlertRuleEditor backend={backend} />
        <IncidentList backend={backend} />
        <IncidentView backend={backend} id="1" />
      </StrictMode>,
    );
    for (const text of ['Alerts', 'Silences', 'Silence …', 'Alert rules', 'New alert rule', 'Incidents', 'Incident']) {
      expect(html).toContain(text);
    }
  });
});
