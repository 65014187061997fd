// @vitest-environment node
import type { Backend } from '@glasspane/core';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../core/src/testing/FakeClock.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { ReportList } from './ReportList.tsx';
import { ReportScheduleEditor } from './ReportScheduleEditor.tsx';

const clock = new FakeClock(Date.parse('2026-01-31T12:00Z'));
const reports = { list: () => new Promise(() => undefined) } as unknown as Backend['reports'];
const backend: Backend = { ...new FakeBackend().backend, reports };

describe('reports without a browser', () => {
  it('render a list that loads', () => {
    const html = renderToString(<ReportList backend={backend} clock={clock} />);
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('New report');
  });

  it('render a form with its preview', () => {
    const html = renderToString(
      <ReportScheduleEditor backend={backend} clock={clock} locale="en-GB" timeZone="Europe/Berlin" />,
    );
    expect(html).toContain('Every day at 08:00 Europe/Berlin');
    expect(html).toContain('Sun, 1 Feb 2026, 08:00');
  });
});
