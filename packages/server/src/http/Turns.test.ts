import { expect, it } from 'vitest';
import { Turns } from './Turns.ts';

const turnOfLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('lets one go on in each turn of the event loop, all in their order', async () => {
  const turns = new Turns();
  const went: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let slice = 0; slice < 2; slice += 1) {
      await turns.next();
      went.push(name);
    }
  };
  const works = ['a', 'b', 'c'].map(work);
  const seen: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await turnOfLoop();
    seen.push(went.length);
  }
  await Promise.all(works);
  expect(went).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

it('goes on after it was idle', async () => {
  const turns = new Turns();
  await turns.next();
  await turnOfLoop();
  await turns.next();
  await Promise.all([turns.next(), turns.next()]);
});
