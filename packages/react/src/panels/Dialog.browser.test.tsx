import { cleanup, render, screen } from '@testing-library/react';
import { type ReactElement, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Dialog } from './Dialog.tsx';
import { PanelScope } from './PanelScope.tsx';

afterEach(cleanup);

function Opening(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <PanelScope className="gp-panel-root">
      <button type="button" onClick={() => setIsOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Dialog title="Question" onClose={() => setIsOpen(false)}>
          <input aria-label="First" />
          <input aria-label="Wanted" data-gp-focus />
        </Dialog>
      )}
    </PanelScope>
  );
}

it('takes the focus, closes by Escape and gives the focus back', async () => {
  render(<Opening />);
  const button = screen.getByRole('button', { name: 'Open' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Wanted' }));
  expect(screen.getByRole('dialog', { name: 'Question' }).matches(':modal')).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(button);
});
