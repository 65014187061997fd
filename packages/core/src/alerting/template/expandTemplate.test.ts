import { describe, expect, it } from 'vitest';
import { type AlertTemplateData, expandTemplate } from './expandTemplate.ts';

const data: AlertTemplateData = {
  labels: { __name__: 'up', job: 'api', instance: 'a:9090' },
  value: 1_234_567,
  externalLabels: { region: 'eu' },
  externalUrl: 'http://glasspane/prefix',
  nowMs: 1_643_114_203_500,
  query: async (expr) =>
    expr === 'none'
      ? []
      : ['103', '101', '102'].map((id) => ({ labels: { id, __name__: expr }, value: Number(id) - 100 })),
};

const expand = (template: string): Promise<string> => expandTemplate(template, data);

describe('expandTemplate', () => {
  it.each([
    ['plain', 'plain'],
    ['{{ $labels.job }}/{{ .Labels.job }}/{{ $.Labels.job }}', 'api/api/api'],
    ['{{ $value }} {{ .Value }}', '1.234567e+06 1.234567e+06'],
    ['[{{ $labels.missing }}]', '[]'],
    [
      '{{ $externalLabels.region }} {{ $externalURL }} {{ externalURL }} {{ pathPrefix }}',
      'eu http://glasspane/prefix http://glasspane/prefix /prefix',
    ],
    ['a {{- " b " -}} c', 'a b c'],
    ['a {{/* nothing */ -}} c', 'a c'],
    ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $y := 3 }}{{ $y }}{{ end }}{{ $x }}', '32'],
    ['{{ if eq $labels.job "web" "api" }}one{{ else }}other{{ end }}', 'one'],
    ['{{ if eq $labels.job "x" }}1{{ else if gt $value 1000.0 }}2{{ else }}3{{ end }}', '2'],
    ['{{ with $labels.missing }}x{{ else }}none{{ end }}{{ with $labels.job }}{{ . }}{{ end }}', 'noneapi'],
    ['{{ range $k, $v := $labels }}{{ $k }}={{ $v }};{{ end }}', '__name__=up;instance=a:9090;job=api;'],
    ['{{ range query "none" }}x{{ else }}empty{{ end }}', 'empty'],
    [
      '{{ range $v := query "q" | sortByLabel "id" }}{{ $v | label "id" }}:{{ . | value }} {{ end }}',
      '101:1 102:2 103:3 ',
    ],
    ['{{ range $i, $v := query "q" }}{{ if eq $i 1 }}{{ break }}{{ end }}{{ $i }}{{ end }}', '0'],
    ['{{ query "q" | first | value }} {{ (query "q" | first).Labels.id }} {{ len (query "q") }}', '3 103 3'],
    ['{{ index $labels "job" }} {{ len "ü" }}', 'api 2'],
    ['{{ and 1 0 }} {{ or 0 "x" }} {{ not true }} {{ and false (first (query "none")) }}', '0 x false false'],
    ['{{ ne 1 2 }} {{ lt 1 2 }} {{ le 2 2 }} {{ ge "b" "a" }}', 'true true true true'],
    ['{{ define "t" }}<{{ .arg0 }}{{ .arg1 }}>{{ end }}{{ template "t" (args "a" 99) }}', '<a99>'],
    ['{{ print 1 2 "a" 3 }} {{ println "x" 1 }}', '1 2a3 x 1\n'],
    [
      '{{ printf "%.2f|%5.1f|%-4d|%04d|%s|%q|%v|%g|%%" 1.005 2.25 7 7 "a" "b" 1e9 0.5 }}',
      '1.00|  2.2|7   |0007|a|"b"|1e+09|0.5|%',
    ],
    ['{{ printf "%d" $value }} {{ printf "%s" }}', '%!d(float64=1.234567e+06) %!s(MISSING)'],
    ['{{ humanize 1234567.0 }} {{ humanize 0.00123 }} {{ humanize "12" }} {{ humanize 0 }}', '1.235M 1.23m 12 0'],
    [
      '{{ humanize1024 1048576 }} {{ humanizeDuration 93784 }} {{ humanizeDuration 135.3563 }} {{ humanizeDuration 0.0123 }}',
      '1Mi 1d 2h 3m 4s 2m 15s 12.3ms',
    ],
    [
      '{{ humanizePercentage 0.959 }} {{ humanizeTimestamp 1643114203 }} {{ humanizeTimestamp 1643114203.5 }}',
      '95.9% 2022-01-25 12:36:43 +0000 UTC 2022-01-25 12:36:43.5 +0000 UTC',
    ],
    [
      '{{ title "this part" }} {{ toUpper "a" }} {{ toLower "B" }} {{ stripPort "[::1]:6006" }} {{ stripPort "a:1" }} {{ stripDomain "a.b.c:80" }}',
      'This Part A b ::1 a a:80',
    ],
    ['{{ parseDuration "2h10m15s" }} {{ toTime 0 }} {{ now }}', '7815 1970-01-01 00:00:00 +0000 UTC 1.6431142035e+09'],
    ['{{ $value | humanize | printf "%s req" }}', '1.235M req'],
    ['{{ `raw "x"` }} {{ "\\u00fc\\n" }}', 'raw "x" ü\n'],
  ])('fills in %s', async (template, expected) => {
    expect(await expand(template)).toBe(expected);
  });

  it.each([
    ['{{ $labels.job', 'unclosed action'],
    ['{{ }}', 'missing value for command'],
    ['{{ nope 1 }}', 'function "nope" not defined'],
    ['{{ $nope }}', 'undefined variable "$nope"'],
    ['{{ if true }}', 'an {{end}} is missing'],
    ['{{ end }}', 'unexpected {{end}}'],
    ['{{ .Nope }}', "can't evaluate field Nope"],
    ['{{ eq 1 1.0 }}', 'incompatible types for comparison'],
    ['{{ humanize "x" }}', 'strconv.ParseFloat: parsing "x"'],
    ['{{ first (query "none") }}', 'no elements'],
    ['{{ match "a" "b" }}', 'not available'],
    ['{{ toUpper 1 }}', 'expected string; got int'],
    ['{{ template "x" }}', 'template "x" not defined'],
    ['{{ break }}', 'outside {{range}}'],
    ['a\n{{ "x" 1 }}', "2:8: can't give argument to non-function"],
    ['{{ humanizeTimestamp 1e30 }}', 'cannot be represented as a time'],
  ])('refuses %s', async (template, reason) => {
    await expect(expand(template)).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(reason) });
  });

  it.each([
    ['a template that calls itself', '{{ define "t" }}{{ template "t" . }}{{ end }}{{ template "t" . }}', 'depth'],
    [
      'a text without end',
      `{{ define "t" }}${'x'.repeat(1000)}{{ template "t" }}{{ end }}{{ template "t" }}`,
      'more than',
    ],
    ['wide numbers', `${'{{ printf "%1000d" 1 }}'.repeat(100)}`, 'more than'],
    ['loops in loops', `${'{{ range query "q" }}'.repeat(20)}${'{{ end }}'.repeat(20)}`, 'steps'],
    ['parentheses', `{{ ${'('.repeat(200)}1${')'.repeat(200)} }}`, 'depth exceeded'],
    ['queries', Array.from({ length: 30 }, (_, index) => `{{ query "q${index}" }}`).join(''), 'queries'],
    ['a long text', 'x'.repeat(70_000), 'at most'],
  ])('ends %s', async (_, template, reason) => {
    await expect(expand(template)).rejects.toThrow(reason);
  });
});
