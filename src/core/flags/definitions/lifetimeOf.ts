import type { FlagLifetime } from '../../model/flagDefinition';

/** Words for lifetimes, in lower case without spaces, `_` and `-`; sources: Unleash's flag types, flag guides of vendors. */
const lifetimes: Readonly<Record<string, FlagLifetime>> = {
  release: 'release',
  temporary: 'release',
  experiment: 'experiment',
  experimental: 'experiment',
  abtest: 'experiment',
  operational: 'operational',
  ops: 'operational',
  killswitch: 'kill-switch',
  permission: 'permission',
  entitlement: 'permission',
  permanent: 'permanent',
};

/** The lifetime a word names (`kill-switch`, `killSwitch`, `ops`); null for any other word. */
export function lifetimeOf(word: string): FlagLifetime | null {
  const plain = word.toLowerCase().replace(/[\s_-]/g, '');
  return Object.hasOwn(lifetimes, plain) ? (lifetimes[plain] ?? null) : null;
}
