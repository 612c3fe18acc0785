import { exp } from '../../stats/elementary/exp';
import { continuation } from './continuation';
import type { LookBound } from './lookBound';
import { panelSize, PanelTransfer } from './panelTransfer';
import { type Panel, quadratureGrid } from './quadratureGrid';
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
  const { panels, nodes, weights } = quadratureGrid(continuation(look), finest);
  const mass = new Float64Array(nodes.length);
  const isSymmetric = before.isSymmetric && mirrors(look);
  const spread = before.panels.length === 0 ? spreadPoint : spreadPanels;
  spread(before, { panels, nodes, mass, step, reach: reachFor(look), isSymmetric });
  const scale = 1 / Math.sqrt(2 * Math.PI * step);
  const last = nodes.length - 1;
  for (let i = 0; i <= last; i += 1) {
    const density = mass[isSymmetric && 2 * i > last ? last - i : i] as number;
    mass[i] = isSymmetric && 2 * i > last ? density : density * scale * (weights[i] as number);
  }
  return { fraction: look.fraction, panels, nodes, mass, isSymmetric };
}

function mirrors({ lower, upper, futility }: LookBound): boolean {
  return lower === -upper && (futility === null || futility.low === -futility.high);
}

/** Where the density of a step is put. */
interface Target {
  readonly panels: readonly Panel[];
  readonly nodes: Float64Array;
  readonly mass: Float64Array;
  /** Variance of the step. */
  readonly step: number;
  /** In standard deviations of the step. */
  readonly reach: number;
  /** Then the second half is left out. */
  readonly isSymmetric: boolean;
}

/** From the start, where everything is at 0. */
function spreadPoint(_: Subdensity, { nodes, mass, step }: Target): void {
  for (let i = 0; i < nodes.length; i += 1) {
    const at = nodes[i] as number;
    mass[i] = exp((-0.5 * at * at) / step);
  }
}

function spreadPanels(
  before: Subdensity,
  { panels, mass, step, reach, isSymmetric }: Target,
): void {
  const transfer = new PanelTransfer(step);
  const farthest = reach * Math.sqrt(step);
  const needed = isSymmetric ? Math.ceil(panels.length / 2) : panels.length;
  panels.slice(0, needed).forEach((panel, p) => {
    before.panels.forEach((from, q) => {
      const gap = Math.abs(panel.middle - from.middle) - panel.half - from.half;
      if (gap > farthest) return;
      transfer.add(
        { panel, mass, start: p * panelSize },
        { panel: from, mass: before.mass, start: q * panelSize },
      );
    });
  });
}
