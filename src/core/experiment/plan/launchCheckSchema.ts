import { durationText } from '../../schema/durationText';
import { withHelp } from '../../schema/fieldHelp';
import * as z from '../../schema/zod';
import { nameText } from './nameText';

const level = (title: string, description: string, example: number) =>
  withHelp(
    {
      title,
      description,
      unit: 'share of requests, 0 to 1; milliseconds of a latency',
      example,
    },
    z.number().check(z.gte(0), z.lte(1e9)),
  );

/** One check of a launch. */
export const launchCheckSchema = z.strictObject({
  metric: withHelp(
    {
      title: 'Metric',
      description:
        '`error-rate`, `success-rate`, `latency-p99` (or another quantile), `conversion`, `saturation`. Where it stands normally says `flaglab.yaml`.',
      example: 'error-rate',
    },
    nameText(),
  ),
  above: z.optional(level('Above', 'It fails above this.', 0.01)),
  below: z.optional(level('Below', 'It fails below this.', 0.99)),
  ratio: z.optional(
    withHelp(
      {
        title: 'Ratio',
        description:
          'Of the sequential judge: the new version’s share of bad requests over the old one’s that is still allowed. Left out: 1, no worse.',
        unit: 'ratio',
        example: 1.2,
      },
      z.number().check(z.gte(1), z.lte(100)),
    ),
  ),
  window: z.optional(
    withHelp(
      {
        title: 'Window',
        alsoCalled: ['range', 'rateWindow'],
        description: 'What is looked back at. Left out: 1m.',
        expected: 'a duration such as 10m, 1h30m or 2d',
        example: '5m',
      },
      durationText(),
    ),
  ),
});
