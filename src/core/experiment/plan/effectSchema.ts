import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';

/** A millionth of the baseline: less could not be told from no effect, by any number of units there is. */
const smallestRelative = 0.000001;
const smallestAbsolute = 1e-12;
/** Beyond any metric; whole numbers up to it are exact. */
const largestAbsolute = 1e15;

/** The smallest effect worth knowing of: a share of the baseline or a difference, never both. Always positive: `direction` gives the sign. */
export const effectSchema = z.union([
  z.strictObject({
    relative: withHelp(
      {
        title: 'Relative effect',
        alsoCalled: ['rel', 'lift', 'percent'],
        description:
          'Change as a share of the baseline: `0.05` on a baseline of 0.052 means 0.052 → 0.0546. Positive; `direction` says which way. For a time to event: change of the hazard.',
        unit: 'share of the baseline',
        hint: 'usually 0.01 to 0.2',
        example: 0.05,
      },
      z.number().check(z.gte(smallestRelative), z.lte(1000)),
    ),
  }),
  z.strictObject({
    absolute: withHelp(
      {
        title: 'Absolute effect',
        alsoCalled: ['abs', 'difference'],
        description:
          "Change in the metric's own unit: `0.005` on a baseline of 0.052 means 0.052 → 0.057. Positive; `direction` says which way.",
        unit: "the metric's own unit",
        hint: 'usually much smaller than the baseline',
        example: 0.005,
      },
      z.number().check(z.gte(smallestAbsolute), z.lte(largestAbsolute)),
    ),
  }),
]);

/** How much worse is still acceptable: a share of the baseline or a difference. Always positive. */
export const marginSchema = z.union([
  z.strictObject({
    relative: withHelp(
      {
        title: 'Relative margin',
        alsoCalled: ['rel', 'percent'],
        description:
          'Margin as a share of the baseline: `0.02` on a baseline of 0.1 is 0.002. Positive: `direction` says which side is worse.',
        unit: 'share of the baseline',
        hint: 'usually 0.005 to 0.05',
        example: 0.02,
      },
      z.number().check(z.gte(smallestRelative), z.lte(1000)),
    ),
  }),
  z.strictObject({
    absolute: withHelp(
      {
        title: 'Absolute margin',
        alsoCalled: ['abs', 'difference'],
        description:
          "Margin in the metric's own unit: `0.01` on a baseline of 0.1 is one point. Positive: `direction` says which side is worse.",
        unit: "the metric's own unit",
        example: 0.01,
      },
      z.number().check(z.gte(smallestAbsolute), z.lte(largestAbsolute)),
    ),
  }),
]);

/** A difference that is thought to be there: treatment minus control, with its sign. */
export const differenceSchema = z.union([
  z.strictObject({
    relative: withHelp(
      {
        title: 'Relative difference',
        alsoCalled: ['rel', 'percent'],
        description:
          'Treatment minus control as a share of the baseline: `-0.01` is one per cent lower.',
        unit: 'share of the baseline, with its sign',
        example: 0,
      },
      z.number().check(z.gte(-1000), z.lte(1000)),
    ),
  }),
  z.strictObject({
    absolute: withHelp(
      {
        title: 'Absolute difference',
        alsoCalled: ['abs'],
        description: "Treatment minus control in the metric's own unit, with its sign.",
        unit: "the metric's own unit, with its sign",
        example: 0,
      },
      z.number().check(z.gte(-largestAbsolute), z.lte(largestAbsolute)),
    ),
  }),
]);
