import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { nameText } from './nameText';
import { checkLabels, checkLabelsNames } from './labelsRules';

const stratumSchema = z.strictObject({
  name: withHelp(
    {
      title: 'Name of the stratum',
      description: 'What its items have in common.',
      example: 'new users',
    },
    nameText(),
  ),
  share: withHelp(
    {
      title: 'Share of the stratum',
      alsoCalled: ['weight'],
      description: 'Share of all items. The shares sum to 1.',
      unit: 'share of items',
      example: 0.2,
    },
    z.number().check(z.gt(0), z.lte(1)),
  ),
  expected: withHelp(
    {
      title: 'Expected quality in the stratum',
      description: 'The value thought likely there.',
      unit: 'share',
      example: 0.8,
    },
    z.number().check(z.gt(0), z.lt(1)),
  ),
});

/** Labels needed for one number about a model: a row each. */
const labelsRowSchema = z
  .strictObject({
    name: withHelp(
      {
        title: 'Name',
        description: 'What is estimated. Each row has its own.',
        example: 'precision',
      },
      nameText(),
    ),
    measure: withHelp(
      {
        title: 'Measure',
        description:
          '`accuracy`: share of items that are right; every label counts. `precision`: of those the model flags; only flagged items are labelled, or they are found among all (`qualifyingShare`). `recall`: of those that are positive; only positive items count.',
        example: 'precision',
      },
      z.enum(['accuracy', 'precision', 'recall']),
    ),
    expected: withHelp(
      {
        title: 'Expected value',
        alsoCalled: ['baseline'],
        description: 'The value thought likely.',
        unit: 'share',
        example: 0.9,
      },
      z.number().check(z.gt(0), z.lt(1)),
    ),
    halfWidth: z.optional(
      withHelp(
        {
          title: 'Half-width',
          alsoCalled: ['within', 'w', 'marginOfError'],
          description: 'How far the ends of the interval may be from its middle.',
          unit: 'share',
          example: 0.02,
        },
        z.number().check(z.gte(0.0001), z.lt(0.5)),
      ),
    ),
    floor: z.optional(
      withHelp(
        {
          title: 'Floor',
          alsoCalled: ['minimum', 'threshold'],
          description: 'The value that is to be exceeded for sure, below the expected one.',
          unit: 'share',
          example: 0.85,
        },
        z.number().check(z.gt(0), z.lt(1)),
      ),
    ),
    interval: z._default(
      withHelp(
        {
          title: 'Interval',
          description:
            '`wilson`: its coverage is the level on average. `clopper-pearson`: never below the level (exact), somewhat longer.',
          example: 'wilson',
        },
        z.enum(['wilson', 'clopper-pearson']),
      ),
      'wilson',
    ),
    confidenceLevel: z._default(
      withHelp(
        {
          title: 'Confidence level',
          description: 'Coverage of the interval; for a floor, of its lower end alone.',
          unit: 'probability',
          hint: 'usually 0.95',
          example: 0.95,
        },
        z.number().check(z.gte(0.5), z.lt(1)),
      ),
      0.95,
    ),
    power: z._default(
      withHelp(
        {
          title: 'Power',
          description: 'For a floor: chance to show it if the expected value is true.',
          unit: 'probability',
          hint: 'usually 0.8 or 0.9',
          example: 0.8,
        },
        z.number().check(z.gt(0), z.lt(1)),
      ),
      0.8,
    ),
    qualifyingShare: z._default(
      withHelp(
        {
          title: 'Qualifying share',
          alsoCalled: ['prevalence', 'positiveShare'],
          description:
            'Share of the labelled items that count: positives for recall, flagged items for precision. Small for rare classes, and so many more have to be labelled.',
          unit: 'share of items',
          example: 0.02,
        },
        z.number().check(z.gt(0), z.lte(1)),
      ),
      1,
    ),
    strata: z.optional(
      withHelp(
        {
          title: 'Strata',
          description:
            'Groups that labels are drawn from separately, shared out so that the whole needs fewest (Neyman).',
          example: [
            { name: 'new users', share: 0.2, expected: 0.8 },
            { name: 'others', share: 0.8, expected: 0.95 },
          ],
        },
        z.array(stratumSchema).check(z.minLength(2), z.maxLength(100)),
      ),
    ),
  })
  .check(checkLabels);

/** Labels to collect, a row for each number. */
export const labelsSchema = z
  .array(labelsRowSchema)
  .check(z.minLength(1), z.maxLength(50), checkLabelsNames);
