import { binomialWindow } from '../size/exact/binomialWindow';
import type { CountWindow } from '../size/exact/countWindow';
import type { DecisionRule } from '../sequential/planAnalysis';
import type { BetaPosterior } from './betaPosterior';
import { leastToChoose } from './leastToChoose';

/** A number for each of two variants. */
export interface OfVariants {
  readonly control: number;
  readonly treatment: number;
}

/** A Bayesian rule on shares with a beta prior, and the units that each look has. */
export interface BetaRuleDesign {
  readonly rule: DecisionRule;
  readonly prior: BetaPosterior;
  /** Whether the control can be chosen before the end, or only the treatment. */
  readonly sides: 1 | 2;
  /** Units in all by each look: whole, at least 1, never falling. */
  readonly looks: readonly OfVariants[];
}

/** Chances that a variant is chosen first at each look. */
export interface BetaRuleChances {
  readonly treatment: readonly number[];
  readonly control: readonly number[];
}

/** Counts left out on either side of a window have this chance at most. */
const negligible = 1e-11;

/** Multiplications that are done: some ten milliseconds for one of many questions, some hundred for one that is reported. */
const mostWork = { quick: 3e6, thorough: 2e7 } as const;

/** What a pair of counts takes, in multiplications. */
const workOfPair = 10;

/**
 * Chances that a Bayesian rule chooses each variant first at each look, true shares given, a larger share being better; all
 * outcomes are enumerated. Null where these are too many: beyond some 8,000 successes expected in each for one look, some 130 for
 * 14 looks. There the normal model of `bayesianLooks` differs by less than half a point (measured: 0.4).
 *
 * Formula: the counts of both variants among experiments that go on are convolved with those of the units that come until
 * the next look; what the rule takes (see `leastToChoose`) is taken out. Accuracy reached: 1e-9 absolute.
 */
export function betaRuleChances(
  design: BetaRuleDesign,
  shares: OfVariants,
  effort: keyof typeof mostWork = 'thorough',
): BetaRuleChances | null {
  let goingOn: Joint | null = null;
  let before: OfVariants = { control: 0, treatment: 0 };
  let work = 0;
  const chances: { control: number; treatment: number }[] = [];
  for (const units of design.looks) {
    const whole = {
      control: windowOf(units.control, shares.control),
      treatment: windowOf(units.treatment, shares.treatment),
    };
    work += workOfPair * whole.control.masses.length * whole.treatment.masses.length;
    if (work > mostWork[effort]) return null;
    if (goingOn === null) goingOn = product(whole);
    else {
      const more = {
        control: windowOf(units.control - before.control, shares.control),
        treatment: windowOf(units.treatment - before.treatment, shares.treatment),
      };
      work += workOf(whole, more);
      if (work > mostWork[effort]) return null;
      goingOn = later(goingOn, whole, more);
    }
    chances.push(takeChosen(goingOn, design, units));
    before = units;
  }
  return {
    treatment: chances.map(({ treatment }) => treatment),
    control: chances.map(({ control }) => control),
  };
}

/** Chances of pairs of counts: those of control by row, of treatment by column. */
interface Joint {
  readonly low: OfVariants;
  readonly rows: number;
  readonly columns: number;
  readonly masses: Float64Array;
}

interface Windows {
  readonly control: CountWindow;
  readonly treatment: CountWindow;
}

function windowOf(units: number, share: number): CountWindow {
  if (units === 0) return { low: 0, masses: Float64Array.of(1) };
  const { low, masses } = binomialWindow(units, share);
  let [start, end] = [0, masses.length];
  let below = masses[start] as number;
  while (below < negligible) below += masses[(start += 1)] as number;
  let above = masses[end - 1] as number;
  while (above < negligible) above += masses[(end -= 1) - 1] as number;
  return { low: low + start, masses: masses.subarray(start, end) };
}

function workOf(whole: Windows, more: Windows): number {
  const [rows, columns] = [whole.control.masses.length, whole.treatment.masses.length];
  return rows * columns * (more.control.masses.length + more.treatment.masses.length);
}

function product({ control, treatment }: Windows): Joint {
  const [rows, columns] = [control.masses.length, treatment.masses.length];
  const masses = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i += 1) {
    const mass = control.masses[i] as number;
    for (let j = 0; j < columns; j += 1) {
      masses[i * columns + j] = mass * (treatment.masses[j] as number);
    }
  }
  return { low: { control: control.low, treatment: treatment.low }, rows, columns, masses };
}

/** The pairs after more units have come, within the windows of all units. */
function later(joint: Joint, whole: Windows, more: Windows): Joint {
  const rows = whole.control.masses.length;
  const columns = whole.treatment.masses.length;
  const between = new Float64Array(rows * joint.columns);
  const down = joint.low.control + more.control.low - whole.control.low;
  for (let i = 0; i < joint.rows; i += 1) {
    for (let k = 0; k < more.control.masses.length; k += 1) {
      const row = i + k + down;
      if (row < 0 || row >= rows) continue;
      const mass = more.control.masses[k] as number;
      for (let j = 0; j < joint.columns; j += 1) {
        between[row * joint.columns + j]! += mass * (joint.masses[i * joint.columns + j] as number);
      }
    }
  }
  const masses = new Float64Array(rows * columns);
  const right = joint.low.treatment + more.treatment.low - whole.treatment.low;
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < joint.columns; j += 1) {
      const mass = between[i * joint.columns + j] as number;
      if (mass === 0) continue;
      const first = Math.max(0, -(j + right));
      const last = Math.min(more.treatment.masses.length, columns - j - right);
      for (let k = first; k < last; k += 1) {
        masses[i * columns + j + right + k]! += mass * (more.treatment.masses[k] as number);
      }
    }
  }
  const low = { control: whole.control.low, treatment: whole.treatment.low };
  return { low, rows, columns, masses };
}

/** Takes the pairs out at which the rule chooses, and says how likely they were. */
function takeChosen(
  { low, rows, columns, masses }: Joint,
  { rule, prior, sides }: BetaRuleDesign,
  units: OfVariants,
): { readonly control: number; readonly treatment: number } {
  const control = { units: units.control, low: low.control, high: low.control + rows - 1 };
  const treatment = {
    units: units.treatment,
    low: low.treatment,
    high: low.treatment + columns - 1,
  };
  const forTreatment = leastToChoose(rule, prior, { chosen: treatment, other: control });
  const forControl =
    sides === 2 ? leastToChoose(rule, prior, { chosen: control, other: treatment }) : null;
  const taken = { control: 0, treatment: 0 };
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const at = i * columns + j;
      const variant =
        treatment.low + j >= (forTreatment[i] as number)
          ? 'treatment'
          : forControl !== null && control.low + i >= (forControl[j] as number)
            ? 'control'
            : null;
      if (variant === null) continue;
      taken[variant] += masses[at] as number;
      masses[at] = 0;
    }
  }
  return taken;
}
