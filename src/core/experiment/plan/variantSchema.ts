import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { nameText } from './nameText';

/** One arm of the experiment. The first one listed is the control. */
export const variantSchema = z.strictObject({
  name: withHelp(
    {
      title: 'Variant name',
      alsoCalled: ['variant', 'key', 'id'],
      description: 'Name of this variant. Each variant has its own; the first one is the control.',
      example: 'treatment',
    },
    nameText(),
  ),
  weight: withHelp(
    {
      title: 'Weight',
      alsoCalled: ['share', 'allocation', 'percentage', 'traffic'],
      description:
        'How much of the exposed traffic this variant gets, compared with the other weights. Weights are proportions: `50` and `50` is the same as `1` and `1`.',
      unit: 'proportion of the sum of all weights',
      example: 50,
    },
    z.number().check(z.gte(0.000001), z.lte(1_000_000)),
  ),
  flagVariant: z.optional(
    withHelp(
      {
        title: 'Variant of the flag',
        description:
          "The flag's own name for this variant, where it differs from `name`. Results may use either, and it says which value a decision keeps.",
        example: 'on',
      },
      nameText(),
    ),
  ),
});
