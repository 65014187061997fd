import { describe, expect, it } from 'vitest';
import { parseStartOptions } from './startOptions.mjs';

describe('parseStartOptions', () => {
  it('has defaults', () => {
    expect(parseStartOptions([], {})).toEqual({ port: 4400, data: '.data', restartDelayMs: 1000 });
  });

  it('takes arguments, and before them in rank no environment', () => {
    const args = ['--port', '5000', '--data', 'folder', '--restart-delay', '2.5'];
    expect(parseStartOptions(args, { PORT: '6000' })).toEqual({ port: 5000, data: 'folder', restartDelayMs: 2500 });
    expect(parseStartOptions([], { PORT: '6000', GLASSPANE_DATA: 'there' })).toMatchObject({
      port: 6000,
      data: 'there',
    });
  });

  it.each([
    [{ PORT: 'many' }, [], 'The port must be a number, not "many".'],
    [{ PORT: '70000' }, [], 'The port must be between 0 and 65535, not 70000.'],
    [{}, ['--restart-delay', '-1'], "'--restart-delay' argument is ambiguous"],
    [{}, ['--colour'], "Unknown option '--colour'"],
  ])('refuses %j %j', (env, args, message) => {
    expect(() => parseStartOptions(args, env)).toThrow(message);
  });
});
