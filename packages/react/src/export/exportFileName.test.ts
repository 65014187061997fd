import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from './exportFileName.ts';

const timeMs = Date.UTC(2026, 10, 24, 8, 5);

describe('exportFileName', () => {
  it('says what the file shows, and when', () => {
    expect(exportFileName(['System Overview', 'CPU (all)'], timeMs, 'pdf')).toBe(
      'system-overview-cpu-all-2026-11-24-0805.pdf',
    );
    expect(exportFileName(['Übersicht', 'Система'], timeMs, 'csv')).toBe('ubersicht-система-2026-11-24-0805.csv');
  });

  it.each([[['../../etc/passwd']], [['..']], [['']], [['CON']], [['a\u0000b']], [['a:b*c?d"e<f>g|h\\i/j']]])(
    'makes a safe name of %j',
    (names) => {
      expect(exportFileName(names, timeMs, 'png')).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*-2026-11-24-0805\.png$/u);
    },
  );

  it('fits into what file systems allow, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const made = exportFileName([name, name], timeMs, 'json');
        expect(made).toMatch(/^[\p{L}\p{N}-]+\.json$/u);
        expect(made.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
