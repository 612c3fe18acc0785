import type { PlanLaunch } from '../../../experiment/plan/launchSchema';
import { metricNameOf } from '../../release/metricName';
import type { ManifestField } from '../manifestField';
import { handlesOf, type HandlePart, type RolloutHandle } from '../rolloutHandle';

/** As the plan's schema has it. */
const mostFailures = 10_000;

/** What can be changed of a plan's launch. */
export function launchHandles(field: ManifestField, launch: PlanLaunch): readonly RolloutHandle[] {
  const watched = stretchOfWatch(launch);
  const parts = (stretch: number | null): readonly HandlePart[] =>
    stretch === null ? [] : [{ stretch, times: 1 }];
  const time = (key: string, label: string, stretch: number | null = null, least = 0) =>
    handlesOf(field.get(key), { label, quantity: 'duration', parts: parts(stretch), least });
  return [
    ...field.get('steps').items().flatMap(stepHandles),
    ...handlesOf(field.get('from'), { label: 'from', quantity: 'weight' }),
    ...handlesOf(field.get('to'), { label: 'to', quantity: 'weight' }),
    ...time('over', 'over', null, 1),
    ...time('test', 'test', watched === 1 ? 0 : null),
    ...time('hold', 'hold', watched),
    ...time('interval', 'interval', null, 1),
    ...handlesOf(field.get('failureLimit'), {
      label: 'failure limit',
      quantity: 'count',
      most: mostFailures,
    }),
    ...handlesOf(field.get('falseAbortRate'), {
      label: 'false abort rate',
      quantity: 'level',
      least: 0.000001,
      most: 0.5,
    }),
    ...time('keepOld', 'keep the old side'),
    ...time('rollback', 'rollback latency'),
    ...time('response', 'response time'),
    ...field.get('checks').items().flatMap(checkHandles),
  ];
}

/** The stretch in which all traffic is watched. */
function stretchOfWatch({ strategy, test, approval }: PlanLaunch): number | null {
  if (strategy === 'all-at-once') return 0;
  if (strategy !== 'blue-green') return null;
  return test !== undefined || approval === true ? 1 : 0;
}

function stepHandles(step: ManifestField, stretch: number): readonly RolloutHandle[] {
  const parts = [{ stretch, times: 1 }];
  const name = `step ${stretch + 1}`;
  const segments = step.get('segments');
  return [
    ...handlesOf(step.get('weight'), { label: `${name}: weight`, quantity: 'weight', parts }),
    ...segments
      .keys()
      .flatMap((key) =>
        handlesOf(segments.get(key), { label: `${name}: ${key}`, quantity: 'weight' }),
      ),
    ...handlesOf(step.get('hold'), { label: `${name}: hold`, quantity: 'duration', parts }),
    ...handlesOf(step.get('minimumRequests'), {
      label: `${name}: minimum of requests`,
      quantity: 'count',
      most: 1e12,
    }),
  ];
}

function checkHandles(check: ManifestField): readonly RolloutHandle[] {
  const name = check.get('metric').text() ?? 'metric';
  const most = metricNameOf(name)?.kind === 'share' ? { most: 1 } : {};
  return [
    ...handlesOf(check.get('above'), { label: `${name}: fails above`, quantity: 'level', ...most }),
    ...handlesOf(check.get('below'), { label: `${name}: fails below`, quantity: 'level', ...most }),
    ...handlesOf(check.get('ratio'), {
      label: `${name}: allowed ratio`,
      quantity: 'level',
      least: 1,
      most: 100,
    }),
    ...handlesOf(check.get('window'), { label: `${name}: window`, quantity: 'duration', least: 1 }),
  ];
}
