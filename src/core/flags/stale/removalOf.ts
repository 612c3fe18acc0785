import type { FlagAction } from '../../model/flagVerdict';
import type { FlagStanding } from './flagStanding';

/**
 * What a flag whose time is over asks for: it can be removed where everyone gets one known value and code here reads it;
 * else somebody has to say which value stays.
 */
export function removalOf({ state, keep, sourceReads }: FlagStanding): FlagAction {
  return state === 'launched' && keep.kind === 'value' && sourceReads.length > 0 ? 'remove' : 'ask';
}
