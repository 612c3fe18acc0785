import type { Gate } from '../model/gate';
import { mapGates } from './mapGates';
import type { Strategy } from './strategy';

/**
 * A strategy in which equal gates are one: what they measure is drawn once for each. Also of one that has come through
 * JSON, so that a result is a function of what a strategy says.
 */
export function withSharedGates(strategy: Strategy): Strategy {
  const known = new Map<string, Gate>();
  return mapGates(strategy, (gate) => {
    const text = JSON.stringify(gate);
    const first = known.get(text) ?? gate;
    known.set(text, first);
    return first;
  });
}
