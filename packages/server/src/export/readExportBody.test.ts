import { describe, expect, it } from 'vitest';
import { contentDisposition } from './contentDisposition.ts';
import { readExportBody } from './readExportBody.ts';

describe('readExportBody', () => {
  it('reads everything that a request may say', () => {
    const body = {
      format: 'pdf',
      timeRange: { from: 'now-1d', to: 'now' },
      variables: { job: 'api', region: ['eu', 'us'] },
      timeZone: 'Europe/Berlin',
    };
    expect(readExportBody(body, 0)).toEqual(body);
    expect(readExportBody({ format: 'csv' }, 0)).toMatchObject({ format: 'csv' });
  });

  it.each([
    [undefined, 'a body is an object'],
    [[], 'a body is an object'],
    [{}, 'format'],
    [{ format: 'exe' }, 'must be pdf, png, svg, csv or json'],
    [{ format: 'pdf', timeRange: 'yesterday' }, 'timeRange'],
    [{ format: 'pdf', timeRange: { from: 'now', to: 'now-1h' } }, 'must start before it ends'],
    [{ format: 'pdf', timeRange: { from: 1, to: 2 } }, 'timeRange'],
    [{ format: 'pdf', variables: { job: 5 } }, 'variables'],
    [{ format: 'pdf', variables: ['job'] }, 'variables'],
    [{ format: 'pdf', timeZone: 'Mars/Olympus' }, 'IANA'],
    [{ format: 'pdf', timeZone: 7 }, 'IANA'],
    [{ format: 'pdf', colour: 'red' }, 'colour: is not known here'],
  ])('refuses %j', (body, message) => {
    expect(() => readExportBody(body, Date.UTC(2026, 0, 1))).toThrow(message);
  });
});

describe('contentDisposition', () => {
  it('names the file for old and for new clients', () => {
    expect(contentDisposition('übersicht (1).pdf')).toBe(
      `attachment; filename="_bersicht (1).pdf"; filename*=UTF-8''%C3%BCbersicht%20%281%29.pdf`,
    );
  });

  it('lets nothing of a name out of its place', () => {
    expect(contentDisposition('a"; x="\r\n.pdf')).toBe(
      `attachment; filename="a_; x=___.pdf"; filename*=UTF-8''a%22%3B%20x%3D%22%0D%0A.pdf`,
    );
  });
});
