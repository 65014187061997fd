import { describe, expect, it } from 'vitest';
import { webUrl } from './webUrl.ts';

describe('webUrl', () => {
  it.each([
    ['https://runbooks.example/a b', 'https://runbooks.example/a%20b'],
    ['http://x', 'http://x/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/relative', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('leads %s to %s', (text, url) => {
    expect(webUrl(text)).toBe(url);
  });
});
