import type { Settings } from '../core/settings/settingsSchema';
import type { IndexSettings } from './createWorkspaceIndex';
import { statedWrappers } from './statedWrappers';

/** What of a project's settings the index needs. */
export function indexSettingsOf({
  include,
  exclude,
  scopes,
  definitions,
  wrappers,
}: Settings): IndexSettings {
  return { include, exclude, scopes, definitions, wrappers: statedWrappers(wrappers) };
}
