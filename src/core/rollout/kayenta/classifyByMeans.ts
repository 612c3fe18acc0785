import type { KayentaSamples } from './classifyMetric';
import type { KayentaLabel, KayentaMetric } from './kayentaMetric';
import { meanRatio } from './meanRatio';

/** Kayenta's `MeanInequalityClassifier`, its benchmark: High or Low by the means alone, however little they differ. */
export function classifyByMeans(
  { experiment, control }: KayentaSamples,
  { direction }: Pick<KayentaMetric, 'direction'>,
): KayentaLabel {
  const ratio = meanRatio(experiment, control);
  if (direction !== 'decrease' && ratio > 1) return 'High';
  return direction !== 'increase' && ratio < 1 ? 'Low' : 'Pass';
}
