import { describe, expect, it } from 'vitest';
import { describeSchedule } from './describeSchedule.ts';

const timeZone = 'Europe/Berlin';

describe('describeSchedule', () => {
  it.each([
    [{ frequency: 'daily' }, 'Every day at 08:00 Europe/Berlin'],
    [{ frequency: 'weekly', timeOfDay: '17:05' }, 'Every Monday at 17:05 Europe/Berlin'],
    [{ frequency: 'monthly' }, 'On the 1st of every month at 08:00 Europe/Berlin'],
  ] as const)('says %j', (timing, words) => {
    expect(describeSchedule({ ...timing, timeZone })).toBe(words);
  });

  it.each([
    ['* * * * *', 'Every minute, Europe/Berlin'],
    ['*/15 * * * *', 'Every 15 minutes, Europe/Berlin'],
    ['0 * * * *', 'Every hour, Europe/Berlin'],
    ['5 * * * *', 'Every hour at minute 5, Europe/Berlin'],
    ['0,7,9 * * * *', 'Every hour at minutes 0, 7 and 9, Europe/Berlin'],
    ['*/10 8-17 * * mon-fri', 'Every Monday to Friday, every 10 minutes from 08:00 to 17:59, Europe/Berlin'],
    ['*/10 8,10 * * *', 'Every 10 minutes in the hours 8 and 10, Europe/Berlin'],
    ['0 8,16 * * 1,3', 'Every Monday and Wednesday at 08:00 and 16:00 Europe/Berlin'],
    ['0 8 * * 5-7', 'Every Friday to Sunday at 08:00 Europe/Berlin'],
    ['0 8 * 1,7 *', 'Every day in January and July at 08:00 Europe/Berlin'],
    ['0 8 1,2,13,23 4-6 *', 'On the 1st, 2nd, 13th and 23rd of April to June at 08:00 Europe/Berlin'],
    ['0 8 1 * 1', 'On the 1st of every month and every Monday at 08:00 Europe/Berlin'],
    ['0 8 1 * */7', 'On the 1st of every month where that is a Sunday at 08:00 Europe/Berlin'],
  ])('says %j', (cron, words) => {
    expect(describeSchedule({ frequency: 'cron', cron, timeZone })).toBe(words);
  });
});
