import { settingsFileName } from '../../engine/settingsFileName';
import { isOfInterest } from '../../engine/indexUpdates';
import { isPlanFile } from '../simulator/planFiles';

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file can change what is known of flags. */
export function mayMatter(path: string): boolean {
  return isOfInterest(path) || isPlanFile(path);
}

/** Whether a file says what is read at all: then the folder is read anew. */
export function changesTheRules(path: string): boolean {
  return path === settingsFileName || nameOf(path) === '.gitignore';
}
