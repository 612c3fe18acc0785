import { exp } from '../../stats/elementary/exp';
import { continuation } from './continuation';
import type { LookBound } from './lookBound';
import { quadratureGrid } from './quadratureGrid';
import type { Subdensity } from './subdensity';

/**
 * Beyond so many standard deviations a step adds nothing to a tail beyond `z`: e^(-½ reach²) is e^-36 of e^(-½ z²).
 */
function reachFor({ upper }: LookBound): number {
  const z = Math.min(upper, 38);
  return Math.sqrt(72 + z * z);
}

/**
 * The experiments that go on after a look, from those that went on after the one before.
 *
 * Formula: g(s) = ∫ g₀(r) φ((s - r) / √Δ) / √Δ dr over the continuation region before, for s in that of this look.
 * Source: Armitage, McPherson and Rowe, Journal of the Royal Statistical Society A 132, 1969, 235-244.
 * Shape: `nextFraction` is that of the look after, whose step decides how fine the nodes have to be.
 * Accuracy reached: 1e-12 of each probability.
 */
export function continueTo(before: Subdensity, look: LookBound, nextFraction: number): Subdensity {
  const step = look.fraction - before.fraction;
  const finest = Math.sqrt(Math.min(step, nextFraction - look.fraction));
  const { nodes, weights } = quadratureGrid(continuation(look), finest);
  const deviation = Math.sqrt(step);
  const reach = reachFor(look) * deviation;
  const scale = 1 / (deviation * 2.5066282746310002);
  const mass = new Float64Array(nodes.length);
  const isSymmetric = before.isSymmetric && mirrors(look);
  const computed = isSymmetric ? nodes.length / 2 : nodes.length;
  let first = 0;
  for (let i = 0; i < computed; i += 1) {
    const at = nodes[i] as number;
    while ((before.nodes[first] as number) < at - reach) first += 1;
    mass[i] = (weights[i] as number) * scale * densityAt(before, { at, deviation, reach, first });
  }
  for (let i = computed; i < nodes.length; i += 1) mass[i] = mass[nodes.length - 1 - i] as number;
  return { fraction: look.fraction, nodes, mass, isSymmetric };
}

function mirrors({ lower, upper, futility }: LookBound): boolean {
  return lower === -upper && (futility === null || futility.low === -futility.high);
}

/** Σ mass · e^(-½ ((at - node) / deviation)²) over the nodes within reach, from the first of them. */
function densityAt(
  { nodes, mass }: Subdensity,
  {
    at,
    deviation,
    reach,
    first,
  }: {
    readonly at: number;
    readonly deviation: number;
    readonly reach: number;
    readonly first: number;
  },
): number {
  const end = at + reach;
  const factor = -0.5 / (deviation * deviation);
  let sum = 0;
  for (let j = first; j < nodes.length; j += 1) {
    const node = nodes[j] as number;
    if (node > end) break;
    const distance = at - node;
    sum += (mass[j] as number) * exp(factor * distance * distance);
  }
  return sum;
}
