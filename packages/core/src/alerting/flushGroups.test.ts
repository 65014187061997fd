import { describe, expect, it } from 'vitest';
import { AlertingWorld, ROUTE, receiver } from '../testing/AlertingWorld.ts';

const channels = [receiver('ops'), receiver('email'), receiver('slack')];

describe('flushGroups', () => {
  it('tells a group once it waited, again when it changes, and again after the repeat interval', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' });
    world.post({ i: '2' });
    world.runTo(9);
    expect(world.told).toEqual([]);
    world.runTo(50);
    world.post({ i: '3' });
    world.runTo(1_250);
    expect(world.tellings).toEqual(['ops firing 1,2', 'ops firing 1,2,3', 'ops firing 1,2,3']);
  });

  it('tells the receivers that an alert names instead of those of its route, as one group with one incident', () => {
    const world = new AlertingWorld({ receivers: channels });
    world.post({ i: '1' }, { receivers: ['email', 'slack'] });
    world.post({ i: '2' });
    world.runTo(20);
    expect(world.tellings).toEqual(['email firing 1', 'slack firing 1', 'ops firing 2']);
    expect(world.incidents).toHaveLength(2);
  });

  it('asks the routes where none of the receivers that an alert names is there any more', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' }, { receivers: ['gone'] });
    world.runTo(20);
    expect(world.tellings).toEqual(['ops firing 1']);
  });

  it('opens an incident when a group fires, and closes it when all of its alerts are over', () => {
    const world = new AlertingWorld();
    world.post({ i: '1', severity: 'info' });
    world.runTo(20);
    world.post({ i: '2', severity: 'critical' });
    world.runTo(150);
    world.resolve({ i: '1', severity: 'info' });
    world.resolve({ i: '2', severity: 'critical' });
    world.runTo(250);
    expect(world.incidents).toMatchObject([
      { status: 'resolved', severity: 'critical', title: 'A', triggeredMs: 10, resolvedMs: 210 },
    ]);
    expect(world.incidents[0]?.timeline.map(({ type, atMs }) => `${atMs} ${type}`)).toEqual([
      '10 triggered',
      '10 alertAdded',
      '10 notified',
      '110 alertAdded',
      '110 notified',
      '210 alertResolved',
      '210 alertResolved',
      '210 resolved',
      '210 notified',
    ]);
    world.post({ i: '1' });
    world.runTo(400);
    expect(world.incidents).toHaveLength(2);
  });

  it('stops repeating once somebody acknowledges, but tells of a new alert and of the end', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' });
    world.runTo(20);
    world.act('id-1', { type: 'acknowledge', by: 'ada' });
    world.runTo(5_000);
    expect(world.tellings).toEqual(['ops firing 1']);
    world.post({ i: '2' });
    world.runTo(8_000);
    expect(world.tellings).toEqual(['ops firing 1', 'ops firing 1,2']);
    world.resolve({ i: '1' });
    world.resolve({ i: '2' });
    world.runTo(9_000);
    expect(world.tellings.slice(2)).toEqual(['ops resolved 1!,2!']);
  });

  it('leaves an incident that somebody resolved closed until there is a new alert', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' });
    world.runTo(20);
    world.act('id-1', { type: 'resolve', by: 'ada' });
    world.runTo(3_000);
    expect(world.tellings).toEqual(['ops firing 1']);
    world.post({ i: '2' });
    world.runTo(3_200);
    expect(world.incidents.map(({ status, alerts }) => [status, alerts.length])).toEqual([
      ['resolved', 1],
      ['triggered', 2],
    ]);
    expect(world.tellings).toEqual(['ops firing 1', 'ops firing 1,2']);
  });

  it('ends the incident of a group whose alerts went elsewhere', () => {
    const world = new AlertingWorld({ receivers: channels });
    world.post({ i: '1' });
    world.runTo(20);
    world.reconfigure({ receivers: channels, route: { ...ROUTE, groupBy: [], receiver: 'email' } });
    world.runTo(50);
    expect(world.incidents.map(({ status }) => status)).toEqual(['resolved', 'triggered']);
    expect(world.tellings).toEqual(['ops firing 1', 'email firing 1']);
  });

  it('keeps the beat of its groups, and tells nothing twice, over a new start', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' });
    world.runTo(50);
    world.reconfigure({});
    world.runTo(500);
    expect(world.tellings).toEqual(['ops firing 1']);
    expect(world.incidents).toHaveLength(1);
  });

  it('takes no alert for over because nobody could report it while the server was away', () => {
    const world = new AlertingWorld({ resolveTimeoutMs: 300 });
    world.post({ i: '1' });
    world.post({ i: '2' }, { endsAtMs: 200 });
    world.runTo(20);
    world.nowMs = 10_000;
    world.reconfigure({ resolveTimeoutMs: 300 });
    world.runTo(10_150);
    expect(world.tellings).toEqual(['ops firing 1,2', 'ops firing 1,2']);
    world.runTo(11_000);
    expect(world.tellings.slice(2)).toEqual(['ops firing 1,2!', 'ops resolved 1!']);
  });

  it('forgets an alert that is over, and its group when that stays empty', () => {
    const world = new AlertingWorld();
    world.post({ i: '1' });
    world.runTo(20);
    world.resolve({ i: '1' });
    world.runTo(150);
    expect(world.state.alerts.size).toBe(0);
    expect(world.state.alertGroups.size).toBe(1);
    world.runTo(31_000);
    expect(world.state.alertGroups.size).toBe(0);
    expect(world.tellings).toEqual(['ops firing 1', 'ops resolved 1!']);
  });
});
