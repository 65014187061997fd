import type { Incident } from '@glasspane/core';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { InMemoryIncidents } from '../../../../stories/fakes/InMemoryIncidents.ts';
import { sampleIncidents } from '../../../../stories/fakes/sampleIncidents.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { browserClock } from '../provider/browserClock.ts';
import { IncidentView } from './IncidentView.tsx';

afterEach(cleanup);

/** Keeps notes from being taken until it is opened. */
class SlowIncidents extends InMemoryIncidents {
  open: () => void = () => undefined;
  readonly #opened: Promise<void> = new Promise((resolve) => {
    this.open = resolve;
  });

  override async addNote(id: string, note: { readonly text: string; readonly by: string }): Promise<Incident> {
    await this.#opened;
    return super.addNote(id, note);
  }
}

describe('IncidentView', () => {
  it('keeps what is written while a note is on its way', async () => {
    const samples = sampleIncidents(Date.now());
    const incidents = new SlowIncidents(samples, browserClock);
    const backend = { ...new FakeBackend().backend, incidents };
    render(
      <StrictMode>
        <IncidentView backend={backend} id={samples[0]?.id ?? ''} user="ada" />
      </StrictMode>,
    );
    const input = await screen.findByRole('textbox', { name: 'Note' });
    await userEvent.type(input, 'First{Enter}');
    await userEvent.type(input, ' and second');
    incidents.open();
    await waitFor(() => expect(screen.getByText('The note is written')).toBeDefined());
    expect(input).toHaveProperty('value', 'First and second');
  });

  it('makes room for the next note once one was taken', async () => {
    const samples = sampleIncidents(Date.now());
    const backend = { ...new FakeBackend().backend, incidents: new InMemoryIncidents(samples, browserClock) };
    render(<IncidentView backend={backend} id={samples[0]?.id ?? ''} user="ada" />);
    const input = await screen.findByRole('textbox', { name: 'Note' });
    await userEvent.type(input, 'First{Enter}');
    await waitFor(() => expect(input).toHaveProperty('value', ''));
  });
});
