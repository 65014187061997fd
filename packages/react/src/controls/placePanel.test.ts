import { describe, expect, it } from 'vitest';
import { placePanel } from './placePanel.ts';

const screen = { width: 1000, height: 800 };
const panel = { width: 300, height: 200 };

describe('placePanel', () => {
  it('stands below its anchor, at the edge that is asked for', () => {
    const anchor = { left: 400, top: 100, width: 120, height: 30 };
    expect(placePanel(anchor, panel, screen, 'left')).toEqual({ left: 400, top: 134, maxHeight: 658 });
    expect(placePanel(anchor, panel, screen, 'right')).toEqual({ left: 220, top: 134, maxHeight: 658 });
  });

  it('stands above where there is more room', () => {
    const anchor = { left: 400, top: 700, width: 120, height: 30 };
    expect(placePanel(anchor, panel, screen, 'left')).toEqual({ left: 400, top: 496, maxHeight: 688 });
  });

  it('never leaves the screen', () => {
    const anchor = { left: 950, top: 100, width: 40, height: 30 };
    expect(placePanel(anchor, panel, screen, 'left').left).toBe(692);
    expect(placePanel({ ...anchor, left: 0 }, panel, screen, 'right').left).toBe(8);
  });
});
