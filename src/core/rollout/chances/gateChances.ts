import { binomialCdf } from '../../stats/distributions/binomialCdf';
import { binomialUpperTail } from '../../stats/distributions/binomialUpperTail';
import { assertNever } from '../../model/assertNever';
import { affectedShareOf, biasFactor } from '../launch/launchSetting';
import { isAtBreak, type Verdict, type VerdictTable } from '../model/verdictTable';
import type { Gate } from '../model/gate';
import { latencyTail, slowedBy } from '../model/latency';
import type { MetricBehaviour } from '../model/metricBehaviour';
import type { Release } from '../model/release';

/** The chance of each verdict. */
export type VerdictChances = Readonly<Record<Verdict, number>>;

const certainly = (verdict: Verdict): VerdictChances => ({
  pass: 0,
  fail: 0,
  inconclusive: 0,
  error: 0,
  [verdict]: 1,
});

/**
 * The chance of each verdict of a gate on a window with `count` requests that are all drawn alike, the fault fully there;
 * null for a gauge, which has none in closed form.
 *
 * Formula: binomial tails between the counts at which the verdict changes; a quantile is above a limit where more than
 * count - ⌈quantile · count⌉ requests are. Tails are computed in log space, so that none underflows (`binomialCdf`).
 * Accuracy reached: as `binomialCdf`.
 */
export function gateChances(gate: Gate, count: number, release: Release): VerdictChances | null {
  const { signal, verdicts, windowSeconds } = gate;
  const behaviour = release.metrics[signal.metric];
  if (behaviour === undefined || count === 0) return certainly(verdicts.empty);
  const fault = affectedShareOf(release.fault, null) * (1 - release.telemetry.mislabelled);
  const bias = biasFactor(release, null);
  switch (signal.kind) {
    case 'gauge':
      return null;
    case 'quantile':
      return quantileChances(verdicts, {
        count,
        rankFromTop: count - Math.max(1, Math.ceil(signal.quantile * count - 1e-9)),
        tailOf: (limit) => tailAt(behaviour, limit / signal.scale, { fault, bias }),
      });
    case 'share': {
      const bad = badShare(behaviour, { fault, bias });
      const probability = signal.of === 'bad' ? bad : 1 - bad;
      return countChances(verdicts, { count, probability, unit: signal.scale / count });
    }
    case 'count': {
      const unit = signal.per === 'second' ? signal.scale / windowSeconds : signal.scale;
      return countChances(verdicts, {
        count,
        probability: badShare(behaviour, { fault, bias }),
        unit,
      });
    }
    default:
      return assertNever(signal);
  }
}

/** How much of the fault shows, and the levels over those of all users. */
interface Shown {
  readonly fault: number;
  readonly bias: number;
}

function badShare(behaviour: MetricBehaviour, { fault, bias }: Shown): number {
  if (behaviour.kind !== 'share') return 0;
  const { baseline, canary } = behaviour;
  return Math.min(1, (baseline + (canary - baseline) * fault) * bias);
}

function tailAt(behaviour: MetricBehaviour, milliseconds: number, { fault, bias }: Shown): number {
  if (behaviour.kind !== 'latency') return 0;
  const tailOf = (parts: (typeof behaviour)['baseline']) =>
    latencyTail(bias === 1 ? parts : slowedBy(parts, bias), milliseconds);
  const baseline = tailOf(behaviour.baseline);
  return baseline + (tailOf(behaviour.canary) - baseline) * fault;
}

function countChances(
  table: VerdictTable,
  {
    count,
    probability,
    unit,
  }: { readonly count: number; readonly probability: number; readonly unit: number },
): VerdictChances {
  const chances = { pass: 0, fail: 0, inconclusive: 0, error: 0 };
  const upTo = (successes: number) => binomialCdf(successes, count, probability);
  const between = (low: number, high: number) => massBetween(low, high, { count, probability });
  let next = 0;
  table.breaks.forEach((limit, i) => {
    const at = limit / unit;
    const nearest = Math.round(at);
    const isCount = isAtBreak(nearest * unit, limit) && nearest >= 0 && nearest <= count;
    const last = isCount ? nearest - 1 : Math.floor(at);
    chances[table.between[i] as Verdict] += next === 0 ? upTo(last) : between(next, last);
    if (isCount) chances[table.at[i] as Verdict] += between(nearest, nearest);
    next = Math.max(next, (isCount ? nearest : last) + 1);
  });
  const rest = next === 0 ? 1 : binomialUpperTail(next - 1, count, probability);
  chances[table.between[table.breaks.length] as Verdict] += rest;
  return chances;
}

/** P(low <= X <= high), from the side on which the tails are small. */
function massBetween(
  low: number,
  high: number,
  { count, probability }: { readonly count: number; readonly probability: number },
): number {
  if (high < low) return 0;
  if (low > count * probability) {
    const above = (k: number) => binomialUpperTail(k, count, probability);
    return above(low - 1) - above(high);
  }
  return binomialCdf(high, count, probability) - binomialCdf(low - 1, count, probability);
}

function quantileChances(
  table: VerdictTable,
  {
    count,
    rankFromTop,
    tailOf,
  }: {
    readonly count: number;
    readonly rankFromTop: number;
    readonly tailOf: (limit: number) => number;
  },
): VerdictChances {
  const chances = { pass: 0, fail: 0, inconclusive: 0, error: 0 };
  let above = 1;
  table.breaks.forEach((limit, i) => {
    const further = binomialUpperTail(rankFromTop, count, tailOf(limit));
    chances[table.between[i] as Verdict] += above - further;
    above = further;
  });
  chances[table.between[table.breaks.length] as Verdict] += above;
  return chances;
}
