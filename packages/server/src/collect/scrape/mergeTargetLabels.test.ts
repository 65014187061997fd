import { expect, it } from 'vitest';
import { mergeTargetLabels } from './mergeTargetLabels.ts';

const target = { job: 'j', instance: 'i' };

it('gives a sample the labels of its target', () => {
  expect(mergeTargetLabels({ __name__: 'a', x: '1' }, target, false)).toEqual({ __name__: 'a', x: '1', ...target });
});

it('moves labels that both have to a name of their own', () => {
  expect(mergeTargetLabels({ __name__: 'a', job: 'own' }, target, false)).toEqual({
    __name__: 'a',
    exported_job: 'own',
    ...target,
  });
});

it('finds a free name where the sample has exported labels already', () => {
  const exposed = { job: '1', exported_job: '2', exported_exported_job: '3' };
  expect(mergeTargetLabels(exposed, { job: 'j', exported_job: 'e' }, false)).toEqual({
    job: 'j',
    exported_job: 'e',
    exported_exported_exported_job: '1',
    exported_exported_exported_exported_job: '2',
    exported_exported_job: '3',
  });
});

it('lets the sample win where its labels are honoured, and an empty one keep the target’s away', () => {
  expect(mergeTargetLabels({ __name__: 'a', job: 'own', instance: '' }, target, true)).toEqual({
    __name__: 'a',
    job: 'own',
  });
});

it('leaves out empty labels', () => {
  expect(mergeTargetLabels({ __name__: 'a', x: '', job: '' }, target, false)).toEqual({ __name__: 'a', ...target });
});
