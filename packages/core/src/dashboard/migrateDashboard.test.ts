import { describe, expect, it } from 'vitest';
import { dashboardDocument } from '../testing/documents.ts';
import { DASHBOARD_SCHEMA_VERSION, migrateDashboard } from './migrateDashboard.ts';
import { parseDashboard } from './parseDashboard.ts';

describe('migrateDashboard', () => {
  it('brings a document without a version to the present one', () => {
    const layout = { x: 0, y: 0, w: 24, h: 2 };
    const document = {
      id: 'd',
      title: 'By hand',
      from: 'now-1d',
      'x-owner': 'me',
      widgets: [{ id: 'w', type: 'text', title: 'Hello', layout }],
    };
    expect(parseDashboard(document)).toEqual({
      schemaVersion: DASHBOARD_SCHEMA_VERSION,
      id: 'd',
      name: 'By hand',
      timeRange: { from: 'now-1d', to: 'now' },
      'x-owner': 'me',
      widgets: [{ id: 'w', type: 'text', title: 'Hello', layout, queries: [] }],
    });
  });

  it('prefers the present words where both are there, and fills in what version 1 asks for', () => {
    expect(
      migrateDashboard({ name: 'new', title: 'old', timeRange: { from: 'now-2h', to: 'now' }, from: 'now-9h' }),
    ).toEqual({
      schemaVersion: 1,
      name: 'new',
      timeRange: { from: 'now-2h', to: 'now' },
      widgets: [],
    });
  });

  it('leaves a document of the present version, and what is no document, as they are', () => {
    expect(migrateDashboard(dashboardDocument)).toBe(dashboardDocument);
    expect([migrateDashboard(null), migrateDashboard('x')]).toEqual([null, 'x']);
  });

  it.each([
    [2, 'schemaVersion: is 2, but this version of Glasspane reads up to 1; update it to open the dashboard'],
    ['1', 'schemaVersion: expected a whole number from 0 to 1, found "1"'],
    [-1, 'schemaVersion: expected a whole number from 0 to 1, found -1'],
    [0.5, 'schemaVersion: expected a whole number from 0 to 1, found 0.5'],
  ])('refuses the version %j', (schemaVersion, message) => {
    expect(() => parseDashboard({ ...dashboardDocument, schemaVersion })).toThrow(`Invalid dashboard:\n${message}`);
  });
});
