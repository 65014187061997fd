import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFullApp, type FullApp } from '../testing/createFullApp.ts';
import { scopeOfRoute } from './routeScopes.ts';

let full: FullApp;
let app: Hono;

beforeAll(async () => {
  full = await createFullApp();
  app = full.app;
});

afterAll(() => full.close());

describe('scopeOfRoute', () => {
  it('knows every route of the server, so that none is for admins by mistake', () => {
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' || !path.endsWith('/*'));
    const unknown = routes.filter(({ method, path }) => scopeOfRoute(method, path) === undefined);
    expect(routes.length).toBeGreaterThan(20);
    expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('lets nothing but what changes nothing be open', () => {
    const open = app.routes.filter(({ method, path }) => scopeOfRoute(method, path) === 'open');
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /-/healthy', 'GET /-/ready']);
  });

  it('has no middleware that answers for a single path, which would pass for a route', () => {
    const middleware = app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path);
    expect(new Set(middleware)).toEqual(new Set(['/*', '/api/*', '/v1/*', '/loki/*', '/otlp/*']));
  });

  it('takes parameters for the same, whatever their name and form', () => {
    expect(scopeOfRoute('DELETE', '/api/v2/silence/:silenceId{[0-9a-f-]+}')).toBe('edit');
  });
});
