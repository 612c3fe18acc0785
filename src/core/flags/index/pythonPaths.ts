import { folderOf, foldersAround, pathFrom } from './paths';

/** The files that a Python module of a folder may be, its own file before its package. */
function pathsAt(folder: string, parts: readonly string[]): readonly string[] {
  const path = pathFrom(folder, parts.join('/'));
  if (path === null) return [];
  const init = path === '' ? '__init__.py' : `${path}/__init__.py`;
  return parts.length === 0 ? [init] : [`${path}.py`, init];
}

/**
 * The files that a Python module (`python:a.b`, `python:..a`) may mean in a file, the likeliest first. What an absolute
 * name starts from is not known: it is looked for in the folders around the file, outwards, and in `src` of each.
 */
export function pythonPaths(module: string, importingFile: string): readonly string[] {
  const written = module.slice('python:'.length);
  const dots = /^\.*/.exec(written)?.[0].length ?? 0;
  const parts = written
    .slice(dots)
    .split('.')
    .filter((part) => part !== '');
  if (dots > 0) {
    const folder = pathFrom(folderOf(importingFile), '../'.repeat(dots - 1));
    return folder === null ? [] : pathsAt(folder, parts);
  }
  return foldersAround(importingFile).flatMap((folder) => [
    ...pathsAt(folder, parts),
    ...pathsAt(folder === '' ? 'src' : `${folder}/src`, parts),
  ]);
}
