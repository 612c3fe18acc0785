import { exp } from '../elementary/exp';
import { log } from '../elementary/log';
import type { RandomStream } from './randomStream';

/** Layers of equal area, and where the lowest one begins its tail. */
const layers = 128;
const tailFrom = 3.442619855899;
const area = 9.91256303526217e-3;

/** Right edges of the layers from the lowest up, and how far each lies within the one above. */
const edges = edgesOfLayers();
const within = Float64Array.from(
  { length: layers },
  (_, i) => (edges[i + 1] as number) / (edges[i] as number),
);

function edgesOfLayers(): Float64Array {
  const found = new Float64Array(layers + 1);
  let height = exp(-0.5 * tailFrom * tailFrom);
  found[0] = area / height;
  found[1] = tailFrom;
  for (let i = 2; i < layers; i += 1) {
    found[i] = Math.sqrt(-2 * log(area / (found[i - 1] as number) + height));
    height = exp(-0.5 * (found[i] as number) * (found[i] as number));
  }
  return found;
}

/**
 * One draw from the standard normal distribution, some five times as fast as `sampleNormal`: for users drawn one by one.
 *
 * Formula: the ziggurat of 128 layers, layer and place from separate random bits.
 * Source: Marsaglia and Tsang, Journal of Statistical Software 5, 2000; Doornik, An Improved Ziggurat Method, 2005.
 * Accuracy: exact up to the resolution of the uniform numbers (2^-53).
 */
export function sampleNormalQuickly(stream: RandomStream): number {
  for (;;) {
    const u = 2 * stream.nextUnit() - 1;
    const layer = stream.nextUint32() >>> 25;
    const edge = edges[layer] as number;
    if (Math.abs(u) < (within[layer] as number)) return u * edge;
    if (layer === 0) return tail(stream, u < 0);
    const x = u * edge;
    const next = edges[layer + 1] as number;
    const low = exp(-0.5 * (edge * edge - x * x));
    const high = exp(-0.5 * (next * next - x * x));
    if (high + stream.nextUnit() * (low - high) < 1) return x;
  }
}

/** Beyond the lowest layer's edge: Marsaglia's exponential rejection. */
function tail(stream: RandomStream, isNegative: boolean): number {
  for (;;) {
    const x = log(1 - stream.nextUnit()) / tailFrom;
    const y = log(1 - stream.nextUnit());
    if (-2 * y >= x * x) return isNegative ? x - tailFrom : tailFrom - x;
  }
}
