import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { mostUnits } from './mostUnits';

/** Who comes, and how many of them are in the experiment. */
export const trafficSchema = z.strictObject({
  newUnitsPerDay: z._default(
    withHelp(
      {
        title: 'New units per day',
        alsoCalled: [
          'usersPerDay',
          'newUsersPerDay',
          'dailyUsers',
          'unitsPerDay',
          'visitorsPerDay',
        ],
        description:
          'Units (users) that reach the changed place for the first time, on an average day. `0`: not known; sizes are still given, days are not.',
        unit: 'units per day',
        example: 12000,
      },
      z.number().check(z.gte(0), z.lte(mostUnits)),
    ),
    0,
  ),
  exposedShare: z._default(
    withHelp(
      {
        title: 'Exposed share',
        alsoCalled: ['exposure', 'allocation', 'rollout', 'share'],
        description: 'Share of those units that take part in the experiment at all.',
        unit: 'share of units',
        hint: '1 for everyone',
        example: 1,
      },
      z.number().check(z.gt(0), z.lte(1)),
    ),
    1,
  ),
  activeUnitsPerDay: z.optional(
    withHelp(
      {
        title: 'Active units per day',
        description: 'Units seen on an average day, first-timers and returning ones together.',
        unit: 'units per day',
        example: 45000,
        reserved: true,
      },
      z.number().check(z.gte(0), z.lte(mostUnits)),
    ),
  ),
  weekday: z.optional(
    withHelp(
      {
        title: 'Weekday pattern',
        description: 'How traffic differs between the days of the week.',
        example: [1, 1, 1, 1, 1, 0.6, 0.6],
        reserved: true,
      },
      z.unknown(),
    ),
  ),
  returning: z.optional(
    withHelp(
      {
        title: 'Returning units',
        description: 'How often units come back.',
        example: 0.3,
        reserved: true,
      },
      z.unknown(),
    ),
  ),
});
