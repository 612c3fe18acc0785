import type { Panel } from './quadratureGrid';

/**
 * The standard Brownian score S (variance = fraction of information) among experiments that have not been
 * stopped, with no effect: its density at quadrature nodes, times their weights.
 */
export interface Subdensity {
  readonly fraction: number;
  /** 32 nodes each; none for a point. */
  readonly panels: readonly Panel[];
  readonly nodes: Float64Array;
  /** Density times quadrature weight: a sum over them is an integral. */
  readonly mass: Float64Array;
  /** Whether the part below 0 mirrors that above. */
  readonly isSymmetric: boolean;
}

/** Before the first look: everything at 0. */
export const beforeFirstLook: Subdensity = {
  fraction: 0,
  panels: [],
  nodes: Float64Array.of(0),
  mass: Float64Array.of(1),
  isSymmetric: true,
};
