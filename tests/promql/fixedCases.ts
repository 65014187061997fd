/** Queries that random ones found to differ once, and what was wrong. */
export const FIXED_CASES: readonly (readonly [query: string, wrong: string])[] = [
  ['rate(requests_total[45s]) or requests_total', 'a series without its name was taken for the one that has it'],
  ['gauge @ end()', 'the end was taken to be the last step'],
  ['max by (job) (gauge) < on (job) group_right () requests_total', 'a filter kept the values of the wrong side'],
  [
    'max_over_time((rate(requests_total[45s] offset 7ms) or -requests_total)[5m:30s])',
    'names were taken away too late',
  ],
  ['absent(gauge{job!="a",job="b"})', 'a label with two matchers was kept'],
  ['requests_total offset 1001ms', 'the offset was a millisecond short'],
  ['gauge > on (job) steady', 'more than one match was no fault where the comparison did not hold'],
  ['gauge != on (job) group_left (instance) {__name__=~"steady|wild"}', 'likewise, with labels of the other side'],
  ['bottomk by (job) (1e30, gauge)', 'an amount that is no 64-bit number was taken'],
  ['histogram_quantile(0.9, weird_bucket)', 'hexadecimal bounds and those with underscores were not read'],
  ['quantile(scalar(gauge{instance="a:1",job=""}) * 0 + 0.3, gauge @ end())', 'the parameter was read at each step'],
  ['count_values without (job) ("job", steady)', 'the label came back'],
  ['count_values("zero", min_over_time(odd[5m]))', 'of zeros of both signs the last one counted'],
  [
    '(abs((gauge % 2 > 1) or noise))[20m:1m]',
    'two series of a range vector that are the same without their names were not joined',
  ],
  ['topk(2, gauge) by (job)', 'groups were taken to have an order'],
  ['double_exponential_smoothing(gauge[10s], 1, 0.5)', 'the factors were not checked for a single sample'],
  ['double_exponential_smoothing(gauge[1m], NaN, 0.5)', 'a factor that is no number was refused'],
];
