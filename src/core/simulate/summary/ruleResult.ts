import type { BlockSums, StopSums } from '../blockSums';
import type { RunRule } from '../rules/runRule';
import type {
  DaysToDecision,
  RuleResult,
  SimulatedMean,
  StopChance,
  StopsAtLook,
} from '../simulationResult';
import { simulatedShare, weightedMean } from './simulatedShare';

/** What a rule did in the launches so far. */
export function ruleResult(
  rule: RunRule,
  sums: BlockSums['rules'][number],
  {
    replications,
    countsWrongTail,
    mostStops = Infinity,
  }: {
    readonly replications: number;
    readonly countsWrongTail: boolean;
    /** Looks beyond this many are told several together. */
    readonly mostStops?: number;
  },
): RuleResult {
  const { id, name, source, formula } = rule;
  const success = totalOf(sums.effect.success);
  const wrong = totalOf(sums.effect.wrong);
  const alarms = totalOf(sums.none.success) + totalOf(sums.none.wrong);
  const both = <Value>(read: (stops: StopSums) => Value) => ({
    withEffect: read(sums.effect),
    withoutEffect: read(sums.none),
  });
  return {
    id,
    name,
    source,
    formula,
    power: simulatedShare(success + (countsWrongTail ? wrong : 0), replications),
    falseAlarms: simulatedShare(alarms, replications),
    wrongWay: simulatedShare(wrong, replications),
    stops: both((stops) => stopsByLook(rule, stops, { replications, mostStops })),
    daysToDecision: both((stops) => daysToDecision(rule, stops, replications)),
    unitsAtDecision: both((stops) => unitsAtDecision(rule, stops, replications)),
  };
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Launches that end at each look, for whatever reason; those that none ended at the last one. */
export function endsByLook(stops: StopSums, replications: number): readonly number[] {
  const { success, wrong, futility } = stops;
  const stopped = success.map((count, i) => count + (wrong[i] ?? 0) + (futility[i] ?? 0));
  const left = replications - totalOf(stopped);
  return stopped.map((count, i) => (i === stopped.length - 1 ? count + left : count));
}

function stopsByLook(
  { looks }: RunRule,
  stops: StopSums,
  { replications, mostStops }: { readonly replications: number; readonly mostStops: number },
): readonly StopsAtLook[] {
  const ends = endsByLook(stops, replications);
  const together = Math.ceil(looks.length / mostStops) || 1;
  const rows = Array.from({ length: Math.ceil(looks.length / together) }, (_, row) => ({
    from: row * together,
    last: Math.min((row + 1) * together, looks.length) - 1,
  }));
  return rows.map(({ from, last }) => {
    const among = (counts: readonly number[]): number => totalOf(counts.slice(from, last + 1));
    const share = (count: number): StopChance => {
      const estimate = count / replications;
      return { estimate, standardError: Math.sqrt((estimate * (1 - estimate)) / replications) };
    };
    const [success, wrong, futility] = [stops.success, stops.wrong, stops.futility].map(among) as [
      number,
      number,
      number,
    ];
    return {
      look: last + 1,
      day: looks[last]?.day ?? 0,
      units: looks[last]?.units ?? 0,
      success: share(success),
      wrong: share(wrong),
      futility: share(futility),
      undecided: share(among(ends) - success - wrong - futility),
    };
  });
}

function unitsAtDecision({ looks }: RunRule, stops: StopSums, replications: number): SimulatedMean {
  const ends = endsByLook(stops, replications);
  return weightedMean(looks.map(({ units }, i) => ({ value: units, count: ends[i] ?? 0 })));
}

function daysToDecision({ looks }: RunRule, stops: StopSums, replications: number): DaysToDecision {
  const byDay = new Map<number, number>();
  endsByLook(stops, replications).forEach((count, i) => {
    const day = looks[i]?.day ?? 0;
    byDay.set(day, (byDay.get(day) ?? 0) + count);
  });
  const rows = [...byDay].sort(([one], [other]) => one - other);
  const quantile = (share: number): number => {
    let before = 0;
    for (const [day, count] of rows) {
      before += count;
      if (before >= share * replications) return day;
    }
    return rows.at(-1)?.[0] ?? 0;
  };
  return {
    mean: weightedMean(rows.map(([value, count]) => ({ value, count }))),
    median: quantile(0.5),
    low: quantile(0.1),
    high: quantile(0.9),
    byDay: rows.map(([day, count]) => ({ day, share: count / replications })),
  };
}
