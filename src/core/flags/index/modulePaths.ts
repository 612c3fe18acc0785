import { folderOf, pathFrom } from './paths';

const endings = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** What a compiled name may have been written as. */
const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/**
 * The files a path without certainty about its ending may mean, in the order TypeScript and bundlers try them:
 * the path itself, its sources, with an ending added, as a folder with an index file.
 */
export function modulePathsAt(path: string): readonly string[] {
  const dot = path.lastIndexOf('.');
  const ending = dot > path.lastIndexOf('/') ? path.slice(dot) : '';
  const sources = (sourcesOf[ending] ?? []).map((other) => path.slice(0, dot) + other);
  const index = path === '' ? 'index' : `${path}/index`;
  return [
    ...(endings.includes(ending) ? [path] : []),
    ...sources,
    ...(path === '' ? [] : endings.map((added) => path + added)),
    ...endings.map((added) => index + added),
  ];
}

/** Whether a module name is a path seen from the importing file. */
export function isRelativeModule(module: string): boolean {
  return /^\.{1,2}(\/|$)/.test(module);
}

/** The files a relative module name may mean; none where it leads out of the root. */
export function relativeModulePaths(module: string, importingFile: string): readonly string[] {
  const path = pathFrom(folderOf(importingFile), module);
  return path === null ? [] : modulePathsAt(path);
}
