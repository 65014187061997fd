import { type Backend, GlasspaneError, type ReportStore } from '@glasspane/core';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { InMemoryReports } from '../../../../stories/fakes/InMemoryReports.ts';
import { sampleSchedules } from '../../../../stories/fakes/sampleReports.ts';
import { FakeClock } from '../../../core/src/testing/FakeClock.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { ReportList } from './ReportList.tsx';

afterEach(cleanup);

const clock = new FakeClock(Date.parse('2026-01-31T12:00Z'));

function setUp(changes: Partial<ReportStore> = {}) {
  const reports = new InMemoryReports(clock, sampleSchedules.slice(0, 1));
  const backend: Backend = { ...new FakeBackend().backend, reports: { ...reports.store, ...changes } };
  const show = () => (
    <StrictMode>
      <ReportList backend={backend} clock={clock} refreshIntervalMs={20} locale="en-GB" timeZone="UTC" />
    </StrictMode>
  );
  return { reports, show, user: userEvent.setup() };
}

const item = async () => within(await screen.findByRole('listitem', { name: 'Sales of yesterday' }));

describe('ReportList', () => {
  it('follows a report that is sent now until it is sent', async () => {
    const { reports, show, user } = setUp();
    render(show());
    await user.click((await item()).getByRole('button', { name: 'Send now' }));
    await waitFor(async () => expect((await item()).getByRole('status').textContent).toBe('Sending …'));
    reports.finish();
    await waitFor(async () => expect((await item()).getByRole('status').textContent).toBe('Sent'));
  });

  it('sends once, however often it is pressed while it sends', async () => {
    let sent = 0;
    const { show, user } = setUp({
      sendNow: () => {
        sent += 1;
        return new Promise(() => undefined);
      },
    });
    render(show());
    const button = (await item()).getByRole('button', { name: 'Send now' });
    await user.dblClick(button);
    await waitFor(() => expect(button.textContent).toBe('Sending …'));
    await user.click(button);
    expect(sent).toBe(1);
  });

  it('keeps what was written when the backend refuses it, and says why', async () => {
    const { show, user } = setUp({
      update: () => Promise.reject(new GlasspaneError('conflict', 'It was changed meanwhile.')),
    });
    render(show());
    await user.click((await item()).getByRole('button', { name: 'Edit' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit report' }));
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await user.type(name, ' too');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect((await dialog.findByRole('alert')).textContent).toBe('The report was not saved. It was changed meanwhile.');
    expect((name as HTMLInputElement).value).toBe('Sales of yesterday too');
    await user.type(name, '!');
    await waitFor(() => expect(dialog.queryByRole('alert')).toBeNull());
  });

  it('says that a report was not deleted, and keeps it', async () => {
    const { show, user } = setUp({ delete: () => Promise.reject(new GlasspaneError('unreachable', 'No answer.')) });
    render(show());
    await user.click((await item()).getByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Delete report' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('The report was not deleted. No answer.');
    await user.click(dialog.getByRole('button', { name: 'Keep it' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await item();
  });

  it('shows only the reports of a dashboard, and starts a new one with it', async () => {
    const reports = new InMemoryReports(clock, sampleSchedules);
    const backend: Backend = { ...new FakeBackend().backend, reports: reports.store };
    render(<ReportList backend={backend} clock={clock} dashboardId="agents" refreshIntervalMs={0} />);
    await screen.findByRole('listitem', { name: 'Agents during office hours' });
    expect(screen.queryByText('Token costs')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'New report' }));
    const field = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Dashboard' });
    expect((field as HTMLInputElement).value).toBe('agents');
  });

  it('shows a schedule of another maker that cannot be put in words', async () => {
    const [first] = sampleSchedules;
    const odd = { ...first, frequency: 'cron', cron: '@daily' } as (typeof sampleSchedules)[number];
    const { show } = setUp({ list: async () => [{ schedule: odd }] });
    render(show());
    expect((await item()).getByText(/@daily Europe\/Berlin/)).toBeTruthy();
  });
});
