import type { RandomStream } from '../stats/random/randomStream';
import type { BlockSums, DaySums } from './blockSums';
import { fillLaunch } from './engines/fillLaunch';
import { launchData, type LaunchData } from './launch/launchData';
import { LaunchStreams } from './launch/launchStreams';
import type { World } from './launch/world';
import { decide, type Ending } from './rules/decide';
import type { RunRule } from './rules/runRule';
import type { RunDesign } from './runDesign';
import { DayTally } from './tally/dayTally';
import { EstimateTally } from './tally/estimateTally';
import { StopTally } from './tally/stopTally';

/** About this many sums, or this many users, are drawn in a step: some milliseconds of work. */
const sumsPerStep = 8_000;
const usersPerStep = 1_000_000;

/** Days whose estimates are sorted and summed in a step, when all replications are done. */
const daysPerStep = 40;

/** One in so many launches of user-by-user runs has a launch of the power curve: the others would only cost time. */
const curveEvery = 5;

/**
 * One block of replications, done in steps so that its caller can do other things between them.
 *
 * A replication is a launch with the effect, one without, and one of more users for the power at other sizes; all rules
 * read the same launches.
 */
export class BlockRun {
  readonly #design: RunDesign;
  readonly #block: number;
  readonly #replications: number;
  readonly #streams: LaunchStreams;
  readonly #effect: LaunchData | null;
  readonly #none: LaunchData | null;
  readonly #curve: LaunchData | null;
  readonly #tallies: readonly { readonly effect: StopTally; readonly none: StopTally }[];
  readonly #estimates: EstimateTally;
  readonly #dayTally: DayTally;
  readonly #peeks: Float64Array;
  /** By step of the launch without effect: whether its score is beyond the usual bound; -1 not looked at. */
  readonly #isBeyond: Int8Array;
  readonly #guardrails: readonly { hurt: number; held: number }[];
  readonly #curveFound: Float64Array;
  readonly #days: DaySums[] = [];
  readonly #ending: Ending = { look: 0, kind: 'undecided', step: 0 };
  readonly #difference = { estimate: NaN, variance: NaN };
  #curveReplications = 0;
  #ratioAlarms = 0;
  #done = 0;

  constructor(
    design: RunDesign,
    {
      seed,
      block,
      replications,
    }: { readonly seed: number; readonly block: number; readonly replications: number },
  ) {
    this.#design = design;
    this.#block = block;
    this.#replications = replications;
    this.#streams = new LaunchStreams(seed, block);
    this.#effect = roomFor(design, design.effect);
    this.#none = roomFor(design, design.none);
    this.#curve = roomFor(design, design.curve?.world ?? null);
    this.#tallies = design.rules.map(({ looks }) => ({
      effect: new StopTally(looks.length),
      none: new StopTally(looks.length),
    }));
    this.#estimates = new EstimateTally(design.estimateBins, design.trueEffect);
    this.#dayTally = new DayTally(this.#dayCount, replications);
    this.#peeks = new Float64Array(design.peeks.length);
    this.#isBeyond = new Int8Array(design.none?.steps.count ?? 0);
    this.#guardrails = design.guardrails.map(() => ({ hurt: 0, held: 0 }));
    this.#curveFound = new Float64Array(design.curve?.points.length ?? 0);
  }

  /** Goes on for some milliseconds. Gives the block's sums when it is done, null before. */
  step(): BlockSums | null {
    const days = this.#dayCount;
    if (this.#done < this.#replications) {
      const end = Math.min(this.#replications, this.#done + this.#launchesPerStep());
      for (; this.#done < end; this.#done += 1) this.#replicate();
      return null;
    }
    const end = Math.min(days, this.#days.length + daysPerStep);
    while (this.#days.length < end) this.#days.push(this.#dayTally.sumsOf(this.#days.length));
    return this.#days.length < days ? null : this.#result();
  }

  /** Days to be summed up: none where only one number was asked for. */
  get #dayCount(): number {
    return this.#design.ratioAlarm === null ? 0 : this.#design.unitsByDay.length;
  }

  #launchesPerStep(): number {
    const { engine, unitsByDay, total } = this.#design;
    return Math.max(
      1,
      Math.floor(engine.kind === 'users' ? usersPerStep / total : sumsPerStep / unitsByDay.length),
    );
  }

  #replicate(): void {
    const { effect, none, curve, engine } = this.#design;
    if (effect !== null && this.#effect !== null) this.#withEffect(effect, this.#effect);
    if (none !== null && this.#none !== null) this.#withoutEffect(none, this.#none);
    const isDrawn = engine.kind === 'counts' || this.#done % curveEvery === 0;
    if (curve !== null && this.#curve !== null && isDrawn) {
      fillLaunch(this.#streams.curve, curve.world, engine, this.#curve);
      this.#readCurve(this.#curve);
    }
  }

  #withEffect(world: World, launch: LaunchData): void {
    const { engine, rules, total, ratioAlarm } = this.#design;
    fillLaunch(this.#streams.effect, world, engine, launch);
    for (let i = 0; i < rules.length; i += 1) {
      const rule = rules[i] as RunRule;
      this.#end(rule, launch, rule.effectSteps);
      this.#tallies[i]?.effect.add(this.#ending);
      if (i === 0 && ratioAlarm !== null) this.#recordEstimate(launch);
    }
    if (ratioAlarm === null) return;
    this.#recordDays(world, launch);
    const last = world.steps.count - 1;
    const control = launch.control.units[last] as number;
    const treatment = launch.treatment.units[last] as number;
    this.#watchGuardrails(this.#streams.aside, control, treatment);
    const isAlarm = ratioAlarm.raises(this.#streams.aside, {
      control,
      treatment,
      others: total - launch.control.assigned - launch.treatment.assigned,
      recordedShare: world.recorded.treatment,
    });
    if (isAlarm) this.#ratioAlarms += 1;
  }

  #recordEstimate(launch: LaunchData): void {
    const { kind, step } = this.#ending;
    this.#design.read(launch, step, this.#difference);
    this.#estimates.add(this.#difference.estimate, kind === 'success' || kind === 'wrong');
  }

  #withoutEffect(world: World, launch: LaunchData): void {
    const { engine, rules } = this.#design;
    fillLaunch(this.#streams.none, world, engine, launch);
    for (let i = 0; i < rules.length; i += 1) {
      const rule = rules[i] as RunRule;
      this.#end(rule, launch, rule.noneSteps);
      this.#tallies[i]?.none.add(this.#ending);
    }
    if (this.#peeks.length > 0) this.#peek(launch);
  }

  /** Which numbers of looks at the usual bound find something: steps are scored once, as their looks have many in common. */
  #peek(launch: LaunchData): void {
    const { peeks, rules } = this.#design;
    const prepared = rules[1]?.prepared;
    if (prepared === undefined) return;
    const bounds = prepared.boundsAt(launch, 0, 0);
    const found = this.#isBeyond;
    found.fill(-1);
    for (let row = 0; row < peeks.length; row += 1) {
      const { steps } = peeks[row] as (typeof peeks)[number];
      for (let look = 0; look < steps.length; look += 1) {
        const step = steps[look] as number;
        if (found[step] === -1) {
          const score = prepared.score(launch, step);
          found[step] = score >= bounds.upper || score <= bounds.lower ? 1 : 0;
        }
        if (found[step] !== 1) continue;
        this.#peeks[row]! += 1;
        break;
      }
    }
  }

  #end(rule: RunRule, launch: LaunchData, steps: Int32Array): void {
    decide(rule.prepared, launch, steps, this.#ending);
  }

  #readCurve(launch: LaunchData): void {
    this.#curveReplications += 1;
    const countsBoth = this.#design.comparison.countsWrongTail;
    this.#design.curve?.points.forEach(({ rule, steps }, i) => {
      decide(rule, launch, steps, this.#ending);
      const { kind } = this.#ending;
      if (kind === 'success' || (countsBoth && kind === 'wrong')) this.#curveFound[i]! += 1;
    });
  }

  #recordDays({ steps }: World, launch: LaunchData): void {
    const { read, engine } = this.#design;
    const { control, treatment } = launch;
    // Values are sorted anew for every reading: the last day is enough.
    const first = engine.keepsValues ? steps.endOfDay.length - 1 : 0;
    for (let day = first; day < steps.endOfDay.length; day += 1) {
      const step = steps.endOfDay[day] as number;
      if ((control.units[step] as number) > 0 && (treatment.units[step] as number) > 0) {
        read(launch, step, this.#difference);
        this.#dayTally.add(day, this.#difference.estimate);
      }
    }
  }

  #watchGuardrails(stream: RandomStream, control: number, treatment: number): void {
    this.#design.guardrails.forEach(({ comparison, samplers, launch, ...tests }, i) => {
      launch.control.carry(0);
      launch.treatment.carry(0);
      samplers.control.draw(stream, control, comparison.baseline, launch.control, 0);
      samplers.treatment.draw(stream, treatment, comparison.target, launch.treatment, 0);
      const counts = this.#guardrails[i];
      if (counts === undefined) return;
      if (tests.plain.score(launch, 0) <= -tests.critical) counts.hurt += 1;
      if (tests.margin !== null && tests.margin.score(launch, 0) >= tests.critical)
        counts.held += 1;
    });
  }

  #result(): BlockSums {
    const { comparison, total } = this.#design;
    const own = this.#tallies[0]?.effect;
    const wrong = comparison.countsWrongTail ? (own?.wrongs ?? 0) : 0;
    return {
      firstBlock: this.#block,
      blocks: 1,
      replications: this.#replications,
      detections: (own?.successes ?? 0) + wrong,
      unitsDrawn: this.#replications * total,
      days: this.#days,
      rules: this.#tallies.map(({ effect, none }) => ({ effect: effect.sums, none: none.sums })),
      peeks: Array.from(this.#peeks),
      estimates: this.#estimates.sums,
      guardrails: this.#guardrails.map(({ hurt, held }) => ({ hurt, held })),
      ratioAlarms: this.#ratioAlarms,
      curve: { replications: this.#curveReplications, found: Array.from(this.#curveFound) },
    };
  }
}

function roomFor({ engine, comparison }: RunDesign, world: World | null): LaunchData | null {
  if (world === null) return null;
  const { centre } = engine.samplers;
  return launchData(world.steps.count, {
    centre,
    keepsValues: engine.keepsValues,
    hasDenominator: ['ratio', 'rate', 'count'].includes(comparison.metric.kind),
  });
}
