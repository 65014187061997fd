import { describe, expect, it } from 'vitest';
import { AlertingWorld } from '../testing/AlertingWorld.ts';

const HOUR_MS = 3_600_000;
const unreachable = { type: 'failed', error: 'HTTP 503', isFinal: false } as const;

function firing(): AlertingWorld {
  const world = new AlertingWorld();
  world.outcome = unreachable;
  world.post({ i: '1' });
  world.runTo(10);
  return world;
}

const waiting = (world: AlertingWorld) => [...world.state.outbox.values()];

describe('recordDelivery', () => {
  it('waits twice as long after each failure, at most a minute, with the same key', () => {
    const world = firing();
    const pauses: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      const [entry] = waiting(world);
      expect(entry?.id).toBe('id-2');
      pauses.push((entry?.nextAttemptMs ?? 0) - world.nowMs);
      world.runTo(entry?.nextAttemptMs ?? 0);
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('waits as long as the receiver asks', () => {
    const world = new AlertingWorld();
    world.outcome = { ...unreachable, retryAfterMs: 5_000 };
    world.post({ i: '1' });
    world.runTo(10);
    expect(waiting(world)[0]?.nextAttemptMs).toBe(5_010);
  });

  it('gives up at once what cannot be helped, and says so on the incident', () => {
    const world = new AlertingWorld();
    world.outcome = { type: 'failed', error: 'HTTP 404', isFinal: true };
    world.post({ i: '1' });
    world.runTo(109);
    expect(waiting(world)).toEqual([]);
    expect(world.incidents[0]?.timeline.at(-1)).toEqual({
      type: 'notificationFailed',
      atMs: 10,
      text: 'ops (webhook): HTTP 404',
    });
  });

  it('tells at the next look what was refused for good, as Alertmanager does, with a new key', () => {
    const world = new AlertingWorld();
    world.outcome = { type: 'failed', error: 'HTTP 404', isFinal: true };
    world.post({ i: '1' });
    world.runTo(109);
    world.outcome = { type: 'delivered' };
    world.runTo(500);
    expect(world.tellings).toEqual(['ops firing 1']);
    expect(world.told[0]?.id).not.toBe('id-2');
  });

  it('repeats nothing that was refused once somebody acknowledged it, but tells of a new alert', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' });
    world.runTo(1_000);
    world.outcome = unreachable;
    world.runTo(1_300);
    expect(waiting(world)).toHaveLength(1);
    world.act('id-1', { type: 'acknowledge', by: 'ada' });
    world.outcome = { type: 'failed', error: 'HTTP 404', isFinal: true };
    world.runTo(3_000);
    expect(waiting(world)).toEqual([]);
    world.outcome = { type: 'delivered' };
    world.runTo(9_000);
    expect(world.tellings).toEqual(['ops firing 1']);
    world.post({ i: '2' });
    world.runTo(10_000);
    expect(world.tellings).toEqual(['ops firing 1', 'ops firing 1,2']);
  });

  it('gives up after an hour, and tells what holds then with a new key', () => {
    const world = firing();
    world.runTo(HOUR_MS + 61_000);
    expect(world.incidents[0]?.timeline.filter(({ type }) => type === 'notificationFailed')).toHaveLength(1);
    expect(waiting(world)).toHaveLength(1);
    expect(waiting(world)[0]?.id).not.toBe('id-2');
  });

  it('keeps the notifications of a group in order, and reminds of nothing that is still on its way', () => {
    const world = firing();
    world.runTo(20);
    world.post({ i: '2' });
    world.runTo(5_000);
    expect(waiting(world)).toHaveLength(2);
    world.outcome = { type: 'delivered' };
    world.runTo(10_000);
    expect(world.tellings.slice(0, 2)).toEqual(['ops firing 1', 'ops firing 1,2']);
  });

  it('says on the incident whom a notification did not reach, and sends it to nobody twice', () => {
    const world = new AlertingWorld();
    world.outcome = { type: 'delivered', warning: '550 no such user' };
    world.post({ i: '1' });
    world.runTo(900);
    expect(world.tellings).toEqual(['ops firing 1']);
    expect(world.incidents[0]?.timeline.slice(-2)).toEqual([
      { type: 'notified', atMs: 10, text: 'ops (webhook)' },
      { type: 'notificationFailed', atMs: 10, text: 'ops (webhook): 550 no such user' },
    ]);
  });

  it('counts the repeat interval from the delivery', () => {
    const world = firing();
    world.runTo(400);
    world.outcome = { type: 'delivered' };
    world.runTo(1_400);
    expect(world.tellings).toEqual(['ops firing 1']);
    world.runTo(1_700);
    expect(world.tellings).toEqual(['ops firing 1', 'ops firing 1']);
  });
});
