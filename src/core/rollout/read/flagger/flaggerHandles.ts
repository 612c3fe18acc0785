import type { FlaggerMode } from '../../strategies/flaggerSettings';
import type { ManifestField } from '../manifestField';
import { handlesOf, type RolloutHandle } from '../rolloutHandle';

/** What can be changed of an analysis: steps, interval, threshold, the metrics' ranges and windows. */
export function flaggerHandles(
  analysis: ManifestField,
  mode: FlaggerMode,
): readonly RolloutHandle[] {
  const before = mode.kind === 'canary' && mode.mirror ? 1 : 0;
  const count =
    mode.kind === 'canary'
      ? mode.weights.length + before
      : mode.iterations + (mode.kind === 'a-b' ? 0 : 1);
  const all = Array.from({ length: count }, (_, stretch) => ({ stretch, times: 1 }));
  const listed = analysis.get('stepWeights').items();
  const steps =
    listed.length > 0
      ? listed.flatMap((field, i) =>
          handlesOf(field, {
            label: `step ${i + 1}: weight`,
            quantity: 'weight',
            isWhole: true,
            parts: [{ stretch: i + before, times: 1 }],
          }),
        )
      : handlesOf(analysis.get('stepWeight'), {
          label: 'step weight',
          quantity: 'weight',
          isWhole: true,
          least: 1,
          parts: all.slice(before).map(({ stretch }) => ({ stretch, times: stretch - before + 1 })),
        });
  const whole = { quantity: 'count', least: 1 } as const;
  return [
    ...steps,
    ...handlesOf(analysis.get('maxWeight'), {
      label: 'maximum weight',
      quantity: 'weight',
      isWhole: true,
    }),
    ...handlesOf(analysis.get('interval'), {
      label: 'interval',
      quantity: 'duration',
      least: 10,
      parts: all,
    }),
    ...handlesOf(analysis.get('threshold'), { label: 'threshold of failed checks', ...whole }),
    ...handlesOf(analysis.get('iterations'), { label: 'iterations', ...whole, most: 1000 }),
    ...analysis.get('metrics').items().flatMap(metricHandles),
  ];
}

function metricHandles(metric: ManifestField): readonly RolloutHandle[] {
  const name = metric.get('name').text() ?? 'metric';
  const range = metric.get('thresholdRange');
  return [
    ...handlesOf(range.get('min'), { label: `${name}: least`, quantity: 'level' }),
    ...handlesOf(range.get('max'), { label: `${name}: most`, quantity: 'level' }),
    ...handlesOf(metric.get('interval'), {
      label: `${name}: window`,
      quantity: 'duration',
      least: 1,
    }),
  ];
}
