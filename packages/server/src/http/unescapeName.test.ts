import { expect, it } from 'vitest';
import { unescapeName } from './unescapeName.ts';

it.each([
  ['job', 'job'],
  ['U__http_2e_status__code', 'http.status_code'],
  ['U___1f60a_', '😊'],
  ['U__a_b', 'U__a_b'],
  ['U___d800_', 'U___d800_'],
  ['U___ffffff_', 'U___ffffff_'],
])('reads %s as %s', (escaped, name) => {
  expect(unescapeName(escaped)).toBe(name);
});
