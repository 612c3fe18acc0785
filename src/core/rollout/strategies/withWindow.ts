import { mapGates } from './mapGates';
import type { Strategy } from './strategy';

/** A strategy all of whose queries look back so far. Kayenta's and the sequential judge's have no window of their own. */
export function withWindow(strategy: Strategy, windowSeconds: number): Strategy {
  return mapGates(strategy, (gate) => ({ ...gate, windowSeconds }));
}
