import { exp } from '../../stats/elementary/exp';
import { gaussLegendreNodes } from '../../stats/special/gaussLegendreRule';
import type { Panel } from './quadratureGrid';

/** Nodes of a panel. */
export const panelSize = 2 * gaussLegendreNodes.length;

/** Places of a panel's nodes about its middle, in half widths, rising. */
const places = Float64Array.from({ length: panelSize }, (_, i) =>
  i < panelSize / 2
    ? -(gaussLegendreNodes[panelSize / 2 - 1 - i] as number)
    : (gaussLegendreNodes[i - panelSize / 2] as number),
);

/** Masses at the nodes of a panel, from `start` in `mass`. */
export interface PanelMass {
  readonly panel: Panel;
  readonly mass: Float64Array;
  readonly start: number;
}

/**
 * Adds to each node of a panel Σ mass · e^(-½ (distance)² / variance) over the nodes of another.
 *
 * Formula: with D between the middles and a, b from middle to node, (D + a - b)² = D² + 2D(a - b) + (a - b)². The last
 * part is the same for all panels of the same widths (`kernel`), so that a pair of panels takes 65 exponentials, not 1,024.
 */
export class PanelTransfer {
  readonly #variance: number;
  readonly #kernels = new Map<string, Float64Array>();
  readonly #weighted = new Float64Array(panelSize);

  constructor(variance: number) {
    this.#variance = variance;
  }

  add(to: PanelMass, from: PanelMass): void {
    const distance = to.panel.middle - from.panel.middle;
    const rate = distance / this.#variance;
    const kernel = this.#kernel(to.panel.half, from.panel.half);
    const weighted = this.#weighted;
    for (let j = 0; j < panelSize; j += 1) {
      const offset = from.panel.half * (places[j] as number);
      weighted[j] = (from.mass[from.start + j] as number) * exp(rate * offset);
    }
    const top = -0.5 * rate * distance;
    for (let i = 0; i < panelSize; i += 1) {
      let sum = 0;
      const row = i * panelSize;
      for (let j = 0; j < panelSize; j += 1) {
        sum += (kernel[row + j] as number) * (weighted[j] as number);
      }
      const offset = to.panel.half * (places[i] as number);
      to.mass[to.start + i] = (to.mass[to.start + i] as number) + sum * exp(top - rate * offset);
    }
  }

  #kernel(toHalf: number, fromHalf: number): Float64Array {
    const key = `${toHalf} ${fromHalf}`;
    const known = this.#kernels.get(key);
    if (known !== undefined) return known;
    const kernel = Float64Array.from({ length: panelSize * panelSize }, (_, index) => {
      const a = toHalf * (places[Math.floor(index / panelSize)] as number);
      const b = fromHalf * (places[index % panelSize] as number);
      return exp((-0.5 * (a - b) * (a - b)) / this.#variance);
    });
    this.#kernels.set(key, kernel);
    return kernel;
  }
}
