import { createMemoryBackend } from '@glasspane/adapters/memory';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Panel } from './Panel.tsx';

const backend = createMemoryBackend();
const options = { backend, label: 'Things', needs: ['metrics'], advice: 'Use another backend.' } as const;
const actions = <button type="button">New thing</button>;

afterEach(cleanup);

describe('Panel', () => {
  it('keeps its actions when the host writes the heading itself', () => {
    render(
      <Panel {...options} heading={null} actions={actions}>
        Content
      </Panel>,
    );
    const panel = screen.getByRole('region', { name: 'Things' });
    expect(panel.textContent).toBe('New thingContent');
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('has no head where there is nothing to stand in it', () => {
    render(
      <Panel {...options} heading={null} actions={false}>
        Content
      </Panel>,
    );
    expect(screen.getByRole('region', { name: 'Things' }).innerHTML).toBe('Content');
  });

  it('offers no actions on what the backend cannot do', () => {
    render(
      <Panel {...options} needs={['incidents']} actions={actions}>
        Content
      </Panel>,
    );
    expect(screen.getByRole('region', { name: 'Things' }).textContent).toContain('This backend has no incidents');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
