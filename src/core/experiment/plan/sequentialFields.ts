import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { mostUnits } from './mostUnits';

/** A look a day for a year. */
const mostLooks = 365;

const exponent = (title: string) =>
  withHelp(
    {
      title,
      alsoCalled: ['rho', 'gamma', 'phi'],
      description:
        'Exponent of the power family: the error spent by a share t of the information is level · t^exponent. 1 spends evenly, 3 spends late. Left out: 2.',
      hint: 'usually 1 to 3',
      example: 2,
    },
    z.number().check(z.gt(0), z.lte(50)),
  );

const looks = withHelp(
  {
    title: 'Looks',
    alsoCalled: ['interimAnalyses', 'peeks', 'analyses'],
    description:
      'How often the data are looked at, the end included: a number of evenly spaced looks, or a list of the shares of all units that are in at each, rising to 1. Left out: 5 for `group-sequential`, 14 for `always-valid`, 1 for `bayesian`.',
    expected: 'a whole number of looks from 1 to 365, or a list of shares that rise to 1',
    example: 5,
  },
  z.union([
    z.int().check(z.gte(1), z.lte(mostLooks)),
    z.array(z.number().check(z.gt(0), z.lte(1))).check(z.minLength(1), z.maxLength(mostLooks)),
  ]),
);

const futility = withHelp(
  {
    title: 'Futility',
    description:
      'When an experiment without prospects is stopped before the end (`group-sequential`). Left out: never.',
    example: { bounds: 'lan-demets-obrien-fleming', binding: false },
  },
  z.strictObject({
    bounds: withHelp(
      {
        title: 'Futility bounds',
        description:
          '`z`: where the difference in standard errors, in the planned direction, is at most `z` (two-sided: is at most that far from 0). The others spend the risk of a miss as the information comes in.',
        example: 'lan-demets-obrien-fleming',
      },
      z.enum(['z', 'lan-demets-pocock', 'lan-demets-obrien-fleming', 'power']),
    ),
    z: z.optional(
      withHelp(
        {
          title: 'Futility z',
          description: 'Standard errors at or below which the experiment is stopped. Left out: 0.',
          unit: 'standard errors',
          example: 0,
        },
        z.number().check(z.gte(-10), z.lte(10)),
      ),
    ),
    exponent: z.optional(exponent('Exponent of the futility spending')),
    binding: z._default(
      withHelp(
        {
          title: 'Binding',
          description:
            '`true`: the experiment is sure to be stopped there, which lets the bounds of success be lower. `false`: one may go on, and false alarms keep to the significance level all the same.',
          example: false,
        },
        z.boolean(),
      ),
      false,
    ),
  }),
);

const prior = withHelp(
  {
    title: 'Prior',
    description:
      'What is believed before the data (`bayesian`). Left out: `flat`, nothing. `normal`: of the effect, with mean and deviation. `beta`: of each variant’s share, with alpha and beta.',
    example: { kind: 'beta', alpha: 1, beta: 1 },
  },
  z.strictObject({
    kind: withHelp(
      {
        title: 'Kind of prior',
        description:
          '`flat`, `normal` (of the effect) or `beta` (of each share; proportions only).',
        example: 'beta',
      },
      z.enum(['flat', 'normal', 'beta']),
    ),
    mean: z.optional(
      withHelp(
        {
          title: 'Prior mean',
          description: 'Expected effect, treatment less control. Left out: 0.',
          unit: "the metric's own unit",
          example: 0,
        },
        z.number().check(z.gte(-1e12), z.lte(1e12)),
      ),
    ),
    deviation: z.optional(
      withHelp(
        {
          title: 'Prior standard deviation',
          alsoCalled: ['sd', 'sigma'],
          description: 'How far effects usually are from the prior mean.',
          unit: "the metric's own unit",
          example: 0.01,
        },
        z.number().check(z.gt(0), z.lte(1e12)),
      ),
    ),
    alpha: z.optional(
      withHelp(
        {
          title: 'Prior successes',
          description: 'First shape of the beta distribution. Left out: 1.',
          unit: 'units',
          example: 1,
        },
        z.number().check(z.gte(0.01), z.lte(1e8)),
      ),
    ),
    beta: z.optional(
      withHelp(
        {
          title: 'Prior failures',
          description: 'Second shape of the beta distribution. Left out: 1.',
          unit: 'units',
          example: 1,
        },
        z.number().check(z.gte(0.01), z.lte(1e8)),
      ),
    ),
  }),
);

const rule = withHelp(
  {
    title: 'Decision rule',
    description:
      'When a variant is chosen (`bayesian`): at a probability to beat the other, or at an expected loss. Left out: a probability of 0.95.',
    example: { probability: 0.95 },
  },
  z.union([
    z.strictObject({
      probability: withHelp(
        {
          title: 'Probability to beat',
          alsoCalled: ['chanceToWin', 'threshold'],
          description: 'Chosen where the probability to be better is at least this.',
          unit: 'probability',
          hint: 'usually 0.95 or 0.99',
          example: 0.95,
        },
        z.number().check(z.gt(0.5), z.lt(1)),
      ),
    }),
    z.strictObject({
      expectedLoss: withHelp(
        {
          title: 'Expected loss',
          alsoCalled: ['loss', 'risk', 'thresholdOfCaring'],
          description:
            'The better variant is chosen where what it would lose on average, were it the worse one, is at most this.',
          unit: "the metric's own unit",
          example: 0.0005,
        },
        z.number().check(z.gt(0), z.lte(1e12)),
      ),
    }),
  ]),
);

/** What a design says about looking early, beside `analysis`. */
export const sequentialFields = {
  looks: z.optional(looks),
  bounds: z.optional(
    withHelp(
      {
        title: 'Bounds',
        alsoCalled: ['boundary', 'stoppingRule', 'spendingFunction'],
        description:
          'How `group-sequential` shares false alarms among looks. `pocock`: the same bound at each look. `obrien-fleming`: high bounds early, nearly the usual one at the end. `lan-demets-pocock`, `lan-demets-obrien-fleming`: spending functions like them, which allow looks at other times than planned. `power`: level · t^exponent. `custom`: as `spending` lists. Left out: `lan-demets-obrien-fleming`.',
        example: 'pocock',
      },
      z.enum([
        'pocock',
        'obrien-fleming',
        'lan-demets-pocock',
        'lan-demets-obrien-fleming',
        'power',
        'custom',
      ]),
    ),
  ),
  exponent: z.optional(exponent('Exponent of the spending')),
  spending: z.optional(
    withHelp(
      {
        title: 'Spending',
        description:
          'For bounds `custom`: the false alarms spent by the end of each look, rising, the last one at most the significance level.',
        unit: 'probability',
        example: [0.001, 0.01, 0.05],
      },
      z.array(z.number().check(z.gt(0), z.lte(0.5))).check(z.minLength(1), z.maxLength(mostLooks)),
    ),
  ),
  futility: z.optional(futility),
  method: z.optional(
    withHelp(
      {
        title: 'Always valid method',
        description:
          '`asymptotic-cs`: asymptotic confidence sequence. `msprt`: mixture sequential probability ratio test. Both hold however often one looks. Left out: `asymptotic-cs`.',
        example: 'asymptotic-cs',
      },
      z.enum(['msprt', 'asymptotic-cs']),
    ),
  ),
  vendor: z.optional(
    withHelp(
      {
        title: 'Form of a vendor',
        description:
          'Exactly as a platform publishes it: `growthbook` and `eppo` (confidence sequences tuned to 5,000 and 10,000 units), `statsig` (mixture test that tunes itself to each look). Left out: the form of the literature.',
        example: 'growthbook',
      },
      z.enum(['growthbook', 'eppo', 'statsig']),
    ),
  ),
  tuning: z.optional(
    withHelp(
      {
        title: 'Tuning',
        alsoCalled: ['sequentialTuning', 'tuningParameter'],
        description:
          'Units of control and treatment together at which a confidence sequence is tightest. Left out: the size a single look would need; GrowthBook 5,000; Eppo 10,000.',
        unit: 'units',
        example: 5000,
      },
      z.number().check(z.gte(1), z.lte(mostUnits)),
    ),
  ),
  mixing: z.optional(
    withHelp(
      {
        title: 'Mixing deviation',
        alsoCalled: ['tau'],
        description:
          'For `msprt`: standard deviation of the effects mixed over, as a multiple of the smallest effect to detect. Left out: 1.',
        unit: 'smallest effects',
        example: 1,
      },
      z.number().check(z.gte(0.001), z.lte(1000)),
    ),
  ),
  prior: z.optional(prior),
  rule: z.optional(rule),
};
