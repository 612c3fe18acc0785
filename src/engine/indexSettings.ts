import type { Settings } from '../core/settings/settingsSchema';
import type { IndexSettings } from './createWorkspaceIndex';

/** What of a project's settings the index needs. */
export function indexSettingsOf({
  include,
  exclude,
  scopes,
  definitions,
}: Settings): IndexSettings {
  return { include, exclude, scopes, definitions };
}
