import { mayHoldDefinitions } from '../../core/flags/definitions/registry';
import { sourceLanguageOf } from '../../core/syntax/sourceLanguage';
import { isPlanFile } from '../simulator/planFiles';

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file can change what is known of flags. */
export function mayMatter(path: string): boolean {
  return sourceLanguageOf(path) !== null || mayHoldDefinitions(path) || isPlanFile(path);
}

/** Name of the project's own settings, at a workspace folder's root. */
export const settingsFileName = 'flaglab.yaml';

/** Whether a file says what is read at all, or what belongs together: then the folder is read anew. */
export function changesTheRules(path: string): boolean {
  return (
    path === settingsFileName || nameOf(path) === '.gitignore' || nameOf(path) === 'package.json'
  );
}
