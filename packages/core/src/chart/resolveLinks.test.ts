import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName } from './displayName.ts';
import { type LinkSubject, resolveLinks } from './resolveLinks.ts';

const subject: LinkSubject = {
  labels: { instance: 'node 1/a', job: 'api&x=1', evil: 'javascript:alert(1)' },
  value: 0.5,
  name: 'CPU',
  fromMs: 1000,
  toMs: 2000,
  variables: { region: ['eu', 'us'], all: '$__all' },
};

const urlOf = (url: string, labels?: Readonly<Record<string, string>>): string | undefined =>
  resolveLinks([{ title: '', url }], labels === undefined ? subject : { ...subject, labels })[0]?.url;

describe('resolveLinks', () => {
  it('fills in labels, the value, the name, the time range and variables', () => {
    const links = [
      {
        title: '{{instance}} of $region: {{__name}} {{ __value }}',
        url: 'https://logs.example/d/{{instance}}?job={{job}}&from={{__from}}&to={{__to}}&region=$region#{{__name}}',
        isNewTab: true,
      },
    ];
    expect(resolveLinks(links, subject)).toEqual([
      {
        title: 'node 1/a of eu, us: CPU 0.5',
        url: 'https://logs.example/d/node%201%2Fa?job=api%26x%3D1&from=1000&to=2000&region=eu%2C%20us#CPU',
        isNewTab: true,
      },
    ]);
  });

  it.each([
    ['/d/x', '/d/x'],
    ['d/x?a=1', 'd/x?a=1'],
    ['?var-a=1', '?var-a=1'],
    ['#top', '#top'],
    ['  https://a.example  ', 'https://a.example'],
    ['HTTP://a.example', 'HTTP://a.example'],
    ['mailto:team@a.example?subject={{__name}}', 'mailto:team@a.example?subject=CPU'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['\u0001javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['//evil.example', undefined],
    ['/\\evil.example', undefined],
    ['https:evil', undefined],
    ['https:///evil.example', undefined],
    ['', undefined],
  ])('takes the address %j as %j', (url, expected) => {
    expect(urlOf(url)).toBe(expected);
  });

  it.each([
    ['{{evil}}', { evil: 'javascript:alert(1)' }, 'javascript%3Aalert(1)'],
    ['{{evil}}', { evil: 'https://evil.example' }, 'https%3A%2F%2Fevil.example'],
    ['https://{{host}}/x', { host: 'node-1:9100' }, 'https://node-1:9100/x'],
    ['https://{{host}}/x', { host: 'user@evil.example' }, undefined],
    ['https://{{host}}/x', { host: 'evil.example/' }, undefined],
    ['https://{{host}}/{{path}}', { host: '', path: 'evil.example' }, undefined],
    ['https://{{t}}.a.example', { t: 'evil.example#' }, undefined],
    ['https://a.example{{path}}', { path: '.evil.example' }, undefined],
    ['https://a.example{{path}}', { path: '@evil.example' }, undefined],
    ['/{{a}}/{{b}}', { a: '', b: 'evil.example' }, undefined],
    ['/d/{{a}}/edit', { a: '..' }, undefined],
    ['/d/{{a}}{{b}}/edit', { a: '.', b: '.' }, undefined],
    ['/d/{{a}}/edit', { a: '../../admin' }, '/d/..%2F..%2Fadmin/edit'],
    ['/d?a={{a}}', { a: '..' }, '/d?a=..'],
    ['/d?a={{a}}', { a: 'x&b=1#c' }, '/d?a=x%26b%3D1%23c'],
    ['/d/{{a}}', { a: '"><img src=x>' }, '/d/%22%3E%3Cimg%20src%3Dx%3E'],
    ['/d/{{a}}', { a: '\u202egnp.exe' }, '/d/%E2%80%AEgnp.exe'],
    ['/d/{{a}}', { a: 'half \ud83d' }, '/d/half%20%EF%BF%BD'],
    ['/d/{{a}}', { a: '{{b}} $region', b: 'secret' }, '/d/%7B%7Bb%7D%7D%20%24region'],
    ['/d/{{__proto__}}', {}, '/d/'],
    [
      'mailto:{{a}}?subject=x',
      { a: 'a@b.example?bcc=c@d.example' },
      'mailto:a@b.example%3Fbcc%3Dc@d.example?subject=x',
    ],
  ])('keeps in its place what a label brings to %j: %j', (url, labels, expected) => {
    expect(urlOf(url, labels as Record<string, string>)).toBe(expected);
  });

  it('leads to the same host, path depth and parameters whatever the labels are', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '..',
        '.',
        '/',
        '//evil.example',
        '\\',
        '?',
        '#',
        '&',
        '%2e%2e',
        '@',
        ':',
        '\n',
        'x'.repeat(10_000),
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (a, b, c) => {
        const url = urlOf('https://a.example/d/{{a}}/view?x={{b}}&y=1#{{c}}', { a, b, c });
        if (url === undefined) return;
        const parsed = new URL(url);
        expect(parsed.host).toBe('a.example');
        expect(parsed.pathname.split('/').length).toBe(4);
        expect([...parsed.searchParams.keys()]).toEqual(['x', 'y']);
      }),
    );
  });
});

describe('displayName', () => {
  it('fills in labels and the name without it', () => {
    const labels = { instance: 'a', empty: '' };
    expect(
      ['{{instance}}: {{ __name }}', '{{missing}}', '{{empty}}', '', undefined, 'CPU', '{{constructor}}x'].map(
        (template) => displayName(template, labels, 'up'),
      ),
    ).toEqual(['a: up', 'up', 'up', 'up', 'up', 'CPU', 'x']);
  });
});
