/** The moments at which a launch is summed up: rising numbers of units, each within one day. */
export interface LaunchSteps {
  readonly count: number;
  /** Units in all variants by each step, and those that come since the one before. */
  readonly units: Float64Array;
  readonly newUnits: Float64Array;
  /** Day (0 is the first) on which the step lies. */
  readonly day: Int32Array;
  /** The step at the end of each day. */
  readonly endOfDay: Int32Array;
}

/** The steps of a launch: the end of every day, and every moment at which somebody looks (as whole units). */
export function launchSteps(
  unitsByDay: readonly number[],
  moments: readonly number[],
): LaunchSteps {
  const total = unitsByDay.at(-1) ?? 0;
  const within = moments.filter((units) => units > 0 && units < total);
  const others = [...new Set(within)].filter((units) => !unitsByDay.includes(units));
  const rising = [
    ...unitsByDay.map((units, day) => ({ units, day })),
    ...others.map((units) => ({ units, day: unitsByDay.findIndex((by) => by > units) })),
  ].sort((a, b) => a.units - b.units || a.day - b.day);
  const steps = {
    count: rising.length,
    units: Float64Array.from(rising, ({ units }) => units),
    newUnits: Float64Array.from(rising, ({ units }, i) => units - (rising[i - 1]?.units ?? 0)),
    day: Int32Array.from(rising, ({ day }) => day),
  };
  const endOfDay = Int32Array.from(unitsByDay, (_, day) => steps.day.lastIndexOf(day));
  return { ...steps, endOfDay };
}

/** The first step by which so many units are in. */
export function stepOf({ units, count }: LaunchSteps, wanted: number): number {
  const found = units.findIndex((by) => by >= wanted);
  return found < 0 ? count - 1 : found;
}
