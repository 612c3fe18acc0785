import { exp } from '../elementary/exp';

const oneOverRootTwoPi = 0.3989422804014327;

/** Density of the standard normal distribution at `z`: e^(−z²/2) / √(2π). */
export function normalDensity(z: number): number {
  return oneOverRootTwoPi * exp(-0.5 * z * z);
}
