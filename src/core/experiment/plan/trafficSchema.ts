import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { mostUnits } from './mostUnits';
import { checkWeekdays } from './planRules';

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
        alsoCalled: ['weekdays', 'weekPattern'],
        description:
          'How traffic differs between the days of the week: seven factors, Monday first. Only their proportions count; `newUnitsPerDay` stays the average.',
        unit: 'proportion',
        example: [1, 1, 1, 1, 1, 0.6, 0.6],
      },
      z
        .array(z.number().check(z.gte(0), z.lte(1000)))
        .check(z.minLength(7), z.maxLength(7), checkWeekdays),
    ),
  ),
  firstWeekday: z.optional(
    withHelp(
      {
        title: 'First weekday',
        description: 'Weekday on which the experiment starts. Left out: Monday.',
        example: 'monday',
      },
      z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
    ),
  ),
  returning: z.optional(
    withHelp(
      {
        title: 'Returning units',
        alsoCalled: ['population', 'pool'],
        description:
          'Where the same people come back: of a population, each is there on a given day with the same chance, so that unique units saturate: population · (1 − (1 − activeShare)^days). Takes the place of `newUnitsPerDay`.',
        example: { population: 100000, activeShare: 0.15 },
      },
      z.strictObject({
        population: withHelp(
          {
            title: 'Population',
            description: 'Units that come back at all.',
            unit: 'units',
            example: 100000,
          },
          z.number().check(z.gte(1), z.lte(mostUnits)),
        ),
        activeShare: withHelp(
          {
            title: 'Active share',
            description: 'Share of the population that is there on an average day.',
            unit: 'share of units',
            example: 0.15,
          },
          z.number().check(z.gt(0), z.lte(1)),
        ),
      }),
    ),
  ),
  ramp: z.optional(
    withHelp(
      {
        title: 'Ramp',
        alsoCalled: ['rampUp', 'schedule'],
        description:
          'Exposed share on each of the first days; from then on `exposedShare`. Keep the split between variants the same on all of them.',
        unit: 'share of units, a day each',
        example: [0.01, 0.05, 0.25],
      },
      z.array(z.number().check(z.gte(0), z.lte(1))).check(z.minLength(1), z.maxLength(365)),
    ),
  ),
  excludeRamp: z.optional(
    withHelp(
      {
        title: 'Leave out the ramp',
        description:
          '`true`: units of the ramp days are not analysed; the days still pass. Do so where the split changed during the ramp.',
        example: true,
      },
      z.boolean(),
    ),
  ),
});
