import { describe, expect, it } from 'vitest';
import { isCronDay } from './CronFields.ts';
import { parseCron } from './parseCron.ts';

const read = (text: string) => {
  const { minutes, hours, days, months, weekdays } = parseCron(text);
  return [minutes, hours, days, months, weekdays].map((values) => [...values].join(','));
};

describe('parseCron', () => {
  it.each([
    ['5 4 3 2 1', ['5', '4', '3', '2', '1']],
    ['0,30 8-10 1-9/4 */6 *', ['0,30', '8,9,10', '1,5,9', '1,7', '0,1,2,3,4,5,6']],
    ['0 0 1 jan,Dec mon-FRI', ['0', '0', '1', '1,12', '1,2,3,4,5']],
    ['0 0 * * 7', ['0', '0', expect.stringMatching(/^1,.*,31$/), '1,2,3,4,5,6,7,8,9,10,11,12', '0']],
    ['0 0 1 1 fri-sun', ['0', '0', '1', '1', '5,6,0']],
    ['0 0 1 1 */2', ['0', '0', '1', '1', '0,2,4,6']],
    ['*/40 0 29 2 *', ['0,40', '0', '29', '2', '0,1,2,3,4,5,6']],
  ])('reads %j', (text, fields) => {
    expect(read(text)).toEqual(fields);
  });

  it.each([
    ['', 'must have five fields, such as "0 8 * * 1", found ""'],
    ['* * * *', 'must have five fields'],
    ['* * * * * *', 'must have five fields'],
    ['60 * * * *', 'has a minute that cannot be read: "60"; write 0 to 59'],
    ['* -1 * * *', 'has an hour that cannot be read: "-1"'],
    ['* * 0 * *', 'has a day of the month that cannot be read: "0"'],
    ['* * 5-3 * *', 'has a day of the month that cannot be read: "5-3"'],
    ['* * * anj *', 'has a month that cannot be read: "anj"'],
    ['* * * * mo', 'has a day of the week that cannot be read: "mo"'],
    ['*/0 * * * *', 'has a minute that cannot be read: "*/0"'],
    ['5/10 * * * *', 'has a minute that cannot be read: "5/10"'],
    ['1,,2 * * * *', 'has a minute that cannot be read: ""'],
    ['0x1 * * * *', 'has a minute that cannot be read: "0x1"'],
    ['1e1 * * * *', 'has a minute that cannot be read: "1e1"'],
    ['0 0 L * *', 'has a day of the month that cannot be read: "L"'],
    ['0 0 31 4,6 *', 'means a day that never comes: "0 0 31 4,6 *"'],
    ['0 0 30 2 */2', 'means a day that never comes'],
  ])('refuses %j', (text, message) => {
    expect(() => parseCron(text)).toThrow(message);
  });

  it('takes a day that either field names, unless one of them begins with a star', () => {
    const either = parseCron('0 0 30 2 1');
    expect([isCronDay(either, 5, 1), isCronDay(either, 30, 0), isCronDay(either, 5, 0)]).toEqual([true, true, false]);
    const both = parseCron('0 0 1-7 * */7');
    expect([isCronDay(both, 5, 0), isCronDay(both, 5, 1), isCronDay(both, 8, 0)]).toEqual([true, false, false]);
  });
});
