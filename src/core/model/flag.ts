import type { FlagDefinition } from './flagDefinition';
import type { FlagRead } from './flagRead';

/** A flag is a key within a scope: the nearest package or service folder (`.` for the root). */
export interface Flag {
  readonly key: string;
  readonly scope: string;
  readonly definitions: readonly FlagDefinition[];
  readonly reads: readonly FlagRead[];
}
