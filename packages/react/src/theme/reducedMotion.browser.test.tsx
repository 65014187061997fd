import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import '../styles.css';
import { LiveIndicator } from '../controls/LiveIndicator.tsx';
import { WidgetSkeleton } from '../widget/WidgetSkeleton.tsx';

const prefer = (value: string): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
const endless = (): number =>
  document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY)
    .length;

afterEach(async () => {
  cleanup();
  await prefer('');
});

it('lets nothing move on and on for people who prefer reduced motion', async () => {
  render(
    <div className="gp-root">
      <LiveIndicator live="open" isPaused={false} />
      <WidgetSkeleton />
    </div>,
  );
  expect(endless()).toBe(2);
  await prefer('reduce');
  expect(endless()).toBe(0);
});
