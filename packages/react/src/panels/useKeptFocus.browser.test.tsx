import { cleanup, render, screen } from '@testing-library/react';
import { type ReactElement, StrictMode, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { Panel } from './Panel.tsx';

afterEach(cleanup);

const { backend } = new FakeBackend();

function Rows(): ReactElement {
  const [rows, setRows] = useState(['one', 'two']);
  const [isBusy, setIsBusy] = useState(false);
  return (
    <>
      {rows.map((row) => (
        <button key={row} type="button" onClick={() => setRows(rows.filter((other) => other !== row))}>
          End {row}
        </button>
      ))}
      <button type="button" disabled={isBusy} onClick={() => setIsBusy(true)}>
        Save
      </button>
      <button type="button" onClick={() => setTimeout(() => setIsBusy(false))}>
        Answer
      </button>
    </>
  );
}

function renderRows(): void {
  render(
    <StrictMode>
      <Panel backend={backend} label="Rows" needs={[]} advice="">
        <Rows />
      </Panel>
      <p>Somewhere else</p>
    </StrictMode>,
  );
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

it('keeps the focus in the panel when the row that had it goes', async () => {
  renderRows();
  button('End one').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('region', { name: 'Rows' }));
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(button('End two'));
});

it('gives the focus back to a button that was disabled while it worked', async () => {
  renderRows();
  button('Save').focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => button('Save').matches(':disabled')).toBe(true);
  button('Answer').click();
  await expect.poll(() => document.activeElement).toBe(button('Save'));
});

it('calls nobody back who looks elsewhere', async () => {
  renderRows();
  const row = button('End one');
  row.focus();
  await userEvent.click(screen.getByText('Somewhere else'));
  row.click();
  await expect.poll(() => row.isConnected).toBe(false);
  expect(document.activeElement).toBe(document.body);
});
