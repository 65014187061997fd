import { describe, expect, it } from 'vitest';
import { type AllowedHosts, allowHosts } from './allowHosts.ts';

async function statusFor(host: string | undefined, allowed: AllowedHosts = []): Promise<number> {
  const guarded = allowHosts(() => new Response('answered'), allowed);
  const headers = host === undefined ? {} : { host };
  return (await guarded(new Request('http://127.0.0.1/', { headers }))).status;
}

describe('allowHosts', () => {
  it.each([
    'localhost',
    'LOCALHOST:4401',
    'localhost.',
    '127.0.0.1',
    '127.0.0.1:4400',
    '127.8.9.10:1',
    '[::1]:4401',
    '[::1]',
  ])('answers for this machine as %s', async (host) => expect(await statusFor(host)).toBe(200));

  it.each([
    'evil.example',
    'evil.example:4401',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4401',
    '192.168.1.5',
    '127.0.0.1@evil.example',
    '[::2]:4401',
    '',
    undefined,
  ])('refuses %s', async (host) => expect(await statusFor(host)).toBe(403));

  it('answers for the names that it is given, whatever the port and the case', async () => {
    const allowed = ['Metrics.example', '10.0.0.7', '[fd00::7]', 'fd00::8'];
    const hosts = [
      'metrics.example',
      'METRICS.example:8443',
      '10.0.0.7:80',
      '[fd00::7]:80',
      '[fd00::8]',
      'other.example',
    ];
    expect(await Promise.all(hosts.map((host) => statusFor(host, allowed)))).toEqual([200, 200, 200, 200, 200, 403]);
  });

  it('answers for any name with *', async () => {
    expect(await statusFor('evil.example', '*')).toBe(200);
  });

  it('says what to do, in the form of the API', async () => {
    const guarded = allowHosts(() => new Response('answered'), []);
    const response = await guarded(new Request('http://127.0.0.1/', { headers: { host: 'metrics.example:80' } }));
    expect(await response.json()).toEqual({
      status: 'error',
      errorType: 'bad_data',
      error:
        'requests for the host "metrics.example" are not answered: ask for 127.0.0.1 or localhost, or start the server with --allowed-host metrics.example (allowedHosts of createServer) if a proxy passes that name on',
    });
  });
});
