import { criticalValue } from '../../experiment/size/criticalValue';
import { fillLaunch } from '../engines/fillLaunch';
import { launchData, type LaunchData } from '../launch/launchData';
import { filmStream } from '../launch/launchStreams';
import type { World } from '../launch/world';
import { decide, type Ending } from '../rules/decide';
import type { RunRule } from '../rules/runRule';
import type { RunDesign } from '../runDesign';
import type { FilmFrame, LaunchFilm } from '../simulationResult';

/** One launch with the effect, as one would have watched it. */
export function launchFilm(design: RunDesign, seed: number, launch: number): LaunchFilm {
  const { effect, engine, rules } = design;
  const [rule] = rules;
  const nothing: LaunchFilm = { launch, frames: [], end: { day: 0, kind: 'undecided' } };
  if (effect === null || rule === undefined) return nothing;
  const { centre } = engine.samplers;
  const data = launchData(effect.steps.count, { centre, keepsValues: engine.keepsValues });
  fillLaunch(filmStream(seed, launch), effect, engine, data);
  const ending: Ending = { look: 0, kind: 'undecided', step: 0 };
  decide(rule.prepared, data, rule.effectSteps, ending);
  const end = rule.looks[ending.look]?.day ?? 0;
  const frames = filmedDays(design.unitsByDay.length, rule, end).map((day) =>
    frameOf(design, { rule, effect, data, day }),
  );
  return {
    launch,
    frames,
    end: { day: end, kind: ending.kind },
  };
}

/** More frames than these tell nothing more, and make results large. */
const mostFrames = 120;

/** Days counted from 0: all of them, or of many every few, with the first, the last, those with a look and the one it ends on. */
function filmedDays(days: number, { looks }: RunRule, end: number): readonly number[] {
  const step = Math.ceil(days / mostFrames);
  const kept = new Set([1, days, end, ...looks.map(({ day }) => day)]);
  return Array.from({ length: days }, (_, day) => day).filter(
    (day) => (day + 1) % step === 0 || kept.has(day + 1),
  );
}

function frameOf(
  { comparison, read }: RunDesign,
  {
    rule,
    effect,
    data,
    day,
  }: {
    readonly rule: RunRule;
    readonly effect: World;
    readonly data: LaunchData;
    readonly day: number;
  },
): FilmFrame {
  const step = effect.steps.endOfDay[day] as number;
  const found = { estimate: NaN, variance: NaN };
  read(data, step, found);
  const half = criticalValue(comparison) * Math.sqrt(found.variance);
  const { estimate } = found;
  // The last look of the day: it is taken where its units are in, which may be before midnight.
  const look = rule.looks.findLastIndex((each) => each.day === day + 1);
  const isLook = look >= 0;
  const at = isLook ? (rule.effectSteps[look] as number) : step;
  const bounds = isLook ? rule.prepared.boundsAt(data, at, look) : null;
  return {
    day: day + 1,
    controlUnits: data.control.units[step] as number,
    treatmentUnits: data.treatment.units[step] as number,
    estimate: finite(estimate),
    interval:
      Number.isFinite(estimate) && Number.isFinite(half)
        ? { low: estimate - half, high: estimate + half }
        : null,
    z: finite(rule.prepared.score(data, at)),
    successBound: finite(bounds?.upper ?? NaN),
    wrongBound: finite(bounds?.lower ?? NaN),
    futilityBound: finite(bounds?.futility?.high ?? NaN),
    isLook,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
