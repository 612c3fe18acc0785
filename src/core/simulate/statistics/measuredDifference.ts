import type { MetricKind } from '../../experiment/plan/metricKinds';
import type { ArmColumns, LaunchData } from '../launch/launchData';

/** A difference, treatment minus control in the metric's own unit, and its estimated variance. */
export interface MeasuredDifference {
  estimate: number;
  variance: number;
}

interface Value {
  value: number;
  variance: number;
}

const control: Value = { value: NaN, variance: NaN };
const treatment: Value = { value: NaN, variance: NaN };

/** Mean of the units and the variance of it. */
function meanAt(arm: ArmColumns, step: number, into: Value): void {
  const n = arm.units[step] as number;
  const mean = (arm.y[step] as number) / n;
  into.value = mean;
  into.variance = ((arm.yy[step] as number) / n - mean * mean) / (n - 1);
}

/** A share and p(1 - p)/n. */
function shareAt(arm: ArmColumns, step: number, into: Value): void {
  const n = arm.units[step] as number;
  const share = (arm.y[step] as number) / n;
  into.value = share;
  into.variance = (share * (1 - share)) / n;
}

/** A ratio of sums, with the variance of the delta method; the denominator of a rate is its exposure. */
function ratioAt(arm: ArmColumns, step: number, into: Value): void {
  const n = arm.units[step] as number;
  const y = (arm.y[step] as number) / n;
  const d = (arm.d[step] as number) / n;
  const ratio = y / d;
  const squares =
    (arm.yy[step] as number) / n -
    y * y -
    2 * ratio * ((arm.yd[step] as number) / n - y * d) +
    ratio * ratio * ((arm.dd[step] as number) / n - d * d);
  into.value = ratio;
  into.variance = squares / (n - 1) / (d * d);
}

/** Only the total of Poisson counts is known: its variance is its mean. */
function poissonAt(arm: ArmColumns, step: number, into: Value): void {
  const rate = (arm.y[step] as number) / (arm.d[step] as number);
  into.value = rate;
  into.variance = rate / (arm.d[step] as number);
}

/** Reads the difference of a launch at a step into `into`. */
export type ReadDifference = (launch: LaunchData, step: number, into: MeasuredDifference) => void;

/** How the difference of a metric of this kind is read; `isTotals`: only totals of counts are drawn. */
export function differenceReader(
  kind: MetricKind,
  { isTotals }: { readonly isTotals: boolean },
): ReadDifference {
  const read = readerOf(kind, isTotals);
  return (launch, step, into) => {
    read(launch.control, step, control);
    read(launch.treatment, step, treatment);
    into.estimate = treatment.value - control.value;
    into.variance = treatment.variance + control.variance;
  };
}

function readerOf(kind: MetricKind, isTotals: boolean) {
  if (kind === 'proportion') return shareAt;
  if (kind === 'count' || kind === 'rate') return isTotals ? poissonAt : ratioAt;
  return kind === 'ratio' ? ratioAt : meanAt;
}
