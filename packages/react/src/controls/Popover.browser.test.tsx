import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { type ReactElement, useRef, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles.css';
import { Popover } from './Popover.tsx';

afterEach(cleanup);

function Harness({ align = 'start' }: { readonly align?: 'start' | 'end' }): ReactElement {
  const anchorRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" ref={anchorRef} onClick={() => setIsOpen(!isOpen)}>
        Open
      </button>
      {isOpen && (
        <Popover
          id="panel"
          anchorRef={anchorRef}
          role="dialog"
          label="Panel"
          align={align}
          onClose={() => setIsOpen(false)}
        >
          <button type="button" data-gp-focus>
            Inside
          </button>
        </Popover>
      )}
      <button type="button" style={{ marginTop: 200, display: 'block' }}>
        Outside
      </button>
    </>
  );
}

const open = async (): Promise<HTMLElement> => {
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  return screen.findByRole('dialog', { name: 'Panel' });
};
const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('Popover', () => {
  it('focuses what is marked in it, and gives the focus back on Escape', async () => {
    render(<Harness />);
    await open();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Inside' }));
    await userEvent.keyboard('{Escape}');
    await isClosed();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
  });

  it('keeps an Escape that closes it from closing what it stands in', async () => {
    let heard = 0;
    const count = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') heard += 1;
    };
    render(<Harness />);
    document.body.addEventListener('keydown', count);
    await open();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Escape}');
    document.body.removeEventListener('keydown', count);
    expect(heard).toBe(1);
  });

  it('closes on a press outside, and when Tab leaves it', async () => {
    render(<Harness />);
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Outside' }));
    await isClosed();
    await open();
    await userEvent.tab();
    await isClosed();
  });

  it('is not clipped by an ancestor that clips', async () => {
    render(
      <div style={{ height: 30, overflow: 'hidden', transform: 'translateX(40px)' }}>
        <Harness />
      </div>,
    );
    const panel = await open();
    const { left, top, width, height } = panel.getBoundingClientRect();
    expect(panel.contains(document.elementFromPoint(left + width / 2, top + height / 2))).toBe(true);
    expect(left).toBeCloseTo(screen.getByRole('button', { name: 'Open' }).getBoundingClientRect().left, 0);
  });

  it('keeps to the edges of the reading direction', async () => {
    render(
      <div dir="rtl" style={{ padding: 40 }}>
        <Harness align="start" />
      </div>,
    );
    const panel = await open();
    const anchor = screen.getByRole('button', { name: 'Open' }).getBoundingClientRect();
    expect(panel.getBoundingClientRect().right).toBeCloseTo(anchor.right, 0);
  });
});
