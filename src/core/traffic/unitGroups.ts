import type { Plan } from '../experiment/plan/planSchema';
import type { Comparison } from '../experiment/size/comparison';
import { effectOverTime } from './effectOverTime';

/** Units that are alike: a segment, or the bots. */
export interface UnitGroup {
  readonly name: string;
  /** Share of all units. */
  readonly share: number;
  /** Mean of the metric in control, and in treatment on a day (0 is the first). */
  readonly control: number;
  readonly treatmentOn: (day: number) => number;
}

/** What is true of the treatment: the planned effect (as the plan's simulation changes it), or what the test refutes. */
export type Truth = 'effect' | 'null';

/** The groups of units that come, with what is true of each. */
export function unitGroups(plan: Plan, comparison: Comparison, truth: Truth): readonly UnitGroup[] {
  const { simulation } = plan;
  const { baseline, effect, hypothesis, better, margin } = comparison;
  const refuted = hypothesis === 'superiority' ? 0 : -better * margin;
  const segments = simulation?.segments ?? [{ name: 'all', share: 1, baseline: 1, effect: 1 }];
  const mean = segments.reduce((sum, each) => sum + each.share * each.baseline, 0);
  const bots = simulation?.bots;
  const people = 1 - (bots?.share ?? 0);
  const groups = segments.map((segment): UnitGroup => {
    const control = within(comparison, (baseline * segment.baseline) / mean);
    const planned = effect * (simulation?.effect ?? 1) * segment.effect;
    return {
      name: segment.name,
      share: people * segment.share,
      control,
      treatmentOn: (day) => {
        const change =
          truth === 'null' ? refuted : planned * effectOverTime(simulation?.overTime, day);
        // As the comparison has it, where nothing changes it: to the last digit.
        if (truth === 'effect' && change === effect && control === baseline) {
          return comparison.target;
        }
        return within(comparison, control + change);
      },
    };
  });
  if (bots === undefined || bots.share === 0) return groups;
  const value = within(comparison, bots.value);
  return [...groups, { name: 'bots', share: bots.share, control: value, treatmentOn: () => value }];
}

/** A value that the metric can have: shares from 0 to 1, what is counted not below 0. */
function within({ metric }: Comparison, value: number): number {
  switch (metric.kind) {
    case 'proportion':
      return Math.min(1, Math.max(0, value));
    case 'rank':
      return Math.min(1 - 1e-9, Math.max(1e-9, value));
    case 'mean':
      return value;
    case 'ratio':
      return Math.max(0, value);
    default:
      return Math.max(1e-12, value);
  }
}

/** What the plan's simulation changes about launches, a sentence each; empty where they are as the sizes assume. */
export function changedFromPlan({ simulation }: Plan): readonly string[] {
  if (simulation === undefined) return [];
  const { effect = 1, overTime, segments, bots, lostShare } = simulation;
  const found: string[] = [];
  if (effect !== 1) found.push(`The true effect is ${effect} times the planned one.`);
  if (overTime !== undefined) {
    found.push(
      `The effect changes over the days of the launch (${overTime.kind}, ${overTime.days} days).`,
    );
  }
  if (segments !== undefined && segments.some((each) => each.effect !== 1 || each.baseline !== 1)) {
    found.push('Segments have baselines or effects of their own.');
  }
  if (bots !== undefined && bots.share > 0) found.push('Bots are among the units.');
  if (lostShare !== undefined && lostShare.control + lostShare.treatment > 0) {
    found.push('Some telemetry is lost.');
  }
  return found;
}
