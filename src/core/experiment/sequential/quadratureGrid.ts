import { gaussLegendreNodes, gaussLegendreWeights } from '../../stats/special/gaussLegendreRule';
import type { ScoreInterval } from './continuation';

/** A part of an interval with 32 nodes. */
export interface Panel {
  readonly middle: number;
  readonly half: number;
}

/** Nodes and weights of an integral over some intervals; nodes rise, 32 to a panel. */
export interface QuadratureGrid {
  readonly panels: readonly Panel[];
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Width of a panel of 32 nodes in standard deviations of the smaller step: a product of two normal densities is then integrated to 1e-14. */
const panelWidth = 11;

/** Gauss-Legendre panels of 32 nodes over the intervals, narrow enough for normal densities of this standard deviation. */
export function quadratureGrid(
  intervals: readonly ScoreInterval[],
  deviation: number,
): QuadratureGrid {
  const panels = intervals.flatMap(({ low, high }) => {
    const count = Math.max(1, Math.ceil((high - low) / (panelWidth * deviation)));
    const half = (high - low) / (2 * count);
    return Array.from({ length: count }, (_, i) => ({ middle: low + (2 * i + 1) * half, half }));
  });
  const size = gaussLegendreNodes.length;
  const nodes = new Float64Array(2 * size * panels.length);
  const weights = new Float64Array(nodes.length);
  panels.forEach(({ middle, half }, panel) => {
    const start = 2 * size * panel;
    for (let i = 0; i < size; i += 1) {
      const offset = half * (gaussLegendreNodes[i] as number);
      const weight = half * (gaussLegendreWeights[i] as number);
      nodes[start + size + i] = middle + offset;
      nodes[start + size - 1 - i] = middle - offset;
      weights[start + size + i] = weight;
      weights[start + size - 1 - i] = weight;
    }
  });
  return { panels, nodes, weights };
}
