import type { SimulationResult } from '../../simulate/simulationResult';

/** Powers nearer together than this are the same for people. */
const leastApart = 0.002;

/** The power of the test itself, where it is known beyond the formula and people would see it differ from that; null elsewhere. */
export function distinctRefinedPower({
  formulaPower,
  refinedPower,
}: Pick<SimulationResult, 'formulaPower' | 'refinedPower'>): SimulationResult['refinedPower'] {
  const isApart =
    refinedPower !== null && Math.abs(refinedPower.power - formulaPower) >= leastApart;
  return isApart ? refinedPower : null;
}
