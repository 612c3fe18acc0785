import type { Plan, PlanMetric } from '../plan/planSchema';

/** One reason why more (or fewer) units are needed than independent, fully recorded ones. */
export interface Stretch {
  readonly kind: 'cluster' | 'observations' | 'covariate' | 'sampling';
  /** Units needed are multiplied by it. */
  readonly factor: number;
}

/**
 * Design effect of groups of like units: 1 + ((variation² + 1) size - 1) correlation.
 *
 * Source: Donner and Klar, 2000; with unequal sizes Eldridge, Ashby and Kerry, International Journal of Epidemiology 35, 2006.
 * Range: size >= 1, correlation 0 to 1, variation (standard deviation / mean of the sizes) >= 0.
 */
export function designEffect(group: {
  readonly size: number;
  readonly correlation: number;
  readonly variation: number;
}): number {
  const { size, correlation, variation } = group;
  return 1 + ((variation * variation + 1) * size - 1) * correlation;
}

/** Everything in the plan that stretches the units of a metric, in a stable order. */
export function stretchesOf(plan: Plan, metric: PlanMetric): readonly Stretch[] {
  const { cluster } = plan.design;
  const { observations, covariate } = metric;
  const sampled = plan.telemetry?.sampledShare ?? 1;
  const found: Stretch[] = [];
  if (cluster !== undefined) found.push({ kind: 'cluster', factor: designEffect(cluster) });
  if (observations !== undefined) {
    const { perUnit: size, correlation, variation } = observations;
    const factor = designEffect({ size, correlation, variation }) / size;
    found.push({ kind: 'observations', factor });
  }
  if (covariate !== undefined) {
    const { correlation, shareWithHistory } = covariate;
    found.push({ kind: 'covariate', factor: 1 - shareWithHistory * correlation * correlation });
  }
  if (sampled < 1) found.push({ kind: 'sampling', factor: 1 / sampled });
  return found;
}
