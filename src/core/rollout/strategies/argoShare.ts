import type { ArgoPods } from './argoSettings';

/**
 * The share of traffic (0 to 1) that a weight in percent comes to. Without traffic routing it is that of pods: the count
 * of new ones, and with surge of all, that comes closest; the larger where two are as close; never none nor all of
 * several pods for a weight from 1 to 99.
 *
 * Source: argoproj/argo-rollouts `utils/replicaset/canary.go`, approximateWeightedCanaryStableReplicaCounts, at 9f8d111d8.
 */
export function argoShare(weight: number, pods: ArgoPods | null): number {
  if (pods === null) return weight / 100;
  const { replicas, maxSurge } = pods;
  if (replicas === 0) return 0;
  const up = Math.ceil((replicas * weight) / 100);
  const down = Math.floor((replicas * weight) / 100);
  const canBeNone = weight === 0 || weight === 100 || (replicas === 1 && maxSurge === 0);
  const options: (readonly [canary: number, total: number])[] = [];
  const offer = (total: number, takesUp: boolean): void => {
    const isTied = ((total * weight) / 100) % 1 === 0.5;
    if (takesUp) options.push([up, total]);
    if (!isTied && (down !== 0 || canBeNone)) options.push([down, total]);
  };
  offer(replicas, up < replicas || canBeNone);
  if (maxSurge > 0) offer(replicas + 1, true);
  const distance = ([canary, total]: readonly [number, number]) =>
    Math.abs((canary * 100) / total - weight);
  const [first, ...others] = options;
  if (first === undefined) return 0;
  const [canary, total] = others.reduce(
    (best, option) => (distance(option) < distance(best) ? option : best),
    first,
  );
  return canary / total;
}
