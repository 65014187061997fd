import { describe, expect, it } from 'vitest';
import { GroupCommit } from './GroupCommit.ts';

function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe('GroupCommit', () => {
  it('commits what arrives during a commit together, in order', async () => {
    const groups: (readonly number[])[] = [];
    const gate = createGate();
    const commits = new GroupCommit<number>(async (items) => {
      groups.push(items);
      await gate.opened;
    });
    const first = commits.add(1);
    await Promise.resolve();
    const others = [2, 3, 4].map((item) => commits.add(item));
    gate.open();
    await Promise.all([first, ...others]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it('fails a group with its error, and goes on with the next', async () => {
    const commits = new GroupCommit<string>(async (items) => {
      if (items.includes('bad')) throw new Error('no space');
    });
    const outcomes = await Promise.allSettled([commits.add('good'), commits.add('bad')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(commits.add('good')).resolves.toBeUndefined();
  });

  it('runs an exclusive task between commits, and survives its failure', async () => {
    const events: string[] = [];
    const commits = new GroupCommit<string>(async ([item]) => {
      events.push(`begin ${item}`);
      await Promise.resolve();
      events.push(`end ${item}`);
    });
    const first = commits.add('a');
    const task = commits.exclusive(async () => {
      events.push('task');
      throw new Error('failed');
    });
    await expect(task).rejects.toThrow('failed');
    await first;
    await commits.add('b');
    expect(events).toEqual(['begin a', 'end a', 'task', 'begin b', 'end b']);
  });

  it('is drained when everything has settled', async () => {
    let committed = 0;
    const commits = new GroupCommit<number>(async (items) => {
      committed += items.length;
    });
    void commits.add(1);
    void commits.add(2);
    await commits.drained();
    expect(committed).toBe(2);
  });
});
