import { describe, expect, it } from 'vitest';
import { ProgressDisplay } from './ProgressDisplay.ts';

function display(isTTY: boolean) {
  let now = 0;
  let text = '';
  const output = { isTTY, columns: 200, write: (part: string) => (text += part) };
  return {
    shown: new ProgressDisplay(output, { now: () => now }),
    pass: (milliseconds: number) => (now += milliseconds),
    take: () => {
      const taken = text;
      text = '';
      return taken;
    },
  };
}

const HALF = { name: 'a.om', bytesRead: 500_000_000, size: 1_000_000_000, samples: 5_000_000 };

describe('ProgressDisplay', () => {
  it('draws one bar over and over on a terminal, and takes it away for lines', () => {
    const { shown, pass, take } = display(true);
    shown.start();
    shown.update({ ...HALF, bytesRead: 0, samples: 0 });
    expect(take()).toBe('\r\u001b[2Ka.om: [....................] 0 % of 1.0 GB, 0 samples, 0/s');
    pass(199);
    shown.update(HALF);
    expect(take()).toBe('');
    pass(9_801);
    shown.update(HALF);
    expect(take()).toBe(
      '\r\u001b[2Ka.om: [##########..........] 50 % of 1.0 GB, 5,000,000 samples, 500,000/s, 10 s left',
    );
    shown.say('a.om:3: bad');
    expect(take()).toBe('\r\u001b[2Ka.om:3: bad\n');
    shown.end();
    expect(take()).toBe('');
  });

  it('prints a line every five seconds elsewhere, the first not at once', () => {
    const { shown, pass, take } = display(false);
    shown.start();
    shown.update({ ...HALF, bytesRead: 0, samples: 0 });
    pass(4_999);
    shown.update(HALF);
    expect(take()).toBe('');
    pass(1);
    shown.update(HALF);
    expect(take()).toBe('a.om: 50 % of 1.0 GB, 5,000,000 samples, 1,000,000/s, 5 s left\n');
  });

  it('reckons with the bytes of this run only', () => {
    const { shown, pass, take } = display(false);
    shown.start();
    shown.update({ ...HALF, bytesRead: 400_000_000, samples: 0 });
    pass(10_000);
    shown.update(HALF);
    expect(take()).toContain('50 s left');
  });

  it('says how much there was where nobody knows how much comes', () => {
    const { shown, pass, take } = display(false);
    shown.start();
    pass(10_000);
    shown.update({ ...HALF, name: '-', size: undefined });
    expect(take()).toBe('-: 500 MB, 5,000,000 samples, 500,000/s\n');
  });
});
