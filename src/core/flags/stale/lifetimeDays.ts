import type { FlagLifetime } from '../../model/flagDefinition';
import type { Settings } from '../../settings/settingsSchema';

/** How long flags of each type are meant to live, in days; null: they stay. Source: Unleash's flag types. */
const usual: Readonly<Record<FlagLifetime, number | null>> = {
  release: 40,
  experiment: 40,
  operational: 7,
  'kill-switch': null,
  permission: null,
  permanent: null,
};

/** How long a flag of a type is meant to live by the project's settings, in days; null: it stays. */
export function lifetimeDays(
  lifetime: FlagLifetime,
  { lifetimes }: Pick<Settings, 'lifetimes'>,
): number | null {
  const own = Object.hasOwn(lifetimes, lifetime) ? lifetimes[lifetime] : undefined;
  if (own === undefined) return usual[lifetime];
  return own === 'permanent' ? null : own;
}
