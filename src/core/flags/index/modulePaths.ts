const endings = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** What a compiled name may have been written as. */
const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** `a/b/../c` becomes `a/c`; null where the way leads out of the root. */
function normalized(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

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

/** The files a relative module name may mean; null for a name that is not relative or leads out of the root. */
export function relativeModulePaths(
  module: string,
  importingFile: string,
): readonly string[] | null {
  if (!/^\.{1,2}(\/|$)/.test(module)) return null;
  const path = normalized(`${folderOf(importingFile)}/${module}`);
  return path === null ? null : modulePathsAt(path);
}
