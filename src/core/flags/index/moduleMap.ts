import type { ModuleAlias, ProjectFacts } from '../../model/projectFacts';
import { compareText } from './compareText';
import { isRelativeModule, modulePathsAt, relativeModulePaths } from './modulePaths';
import { folderOf, foldersAround, pathFrom } from './paths';

/** What module names mean, by the project files that are known. */
export interface ModuleMap {
  /** The files a module name may mean in a file, the likeliest first; none for a package from elsewhere. */
  pathsOf(module: string, importingFile: string): readonly string[];
  /** The folder of a Go package by its path; null where no module that is known holds it. */
  goFolder(packagePath: string): string | null;
}

interface Package {
  readonly folder: string;
  readonly entries: readonly string[];
}

/** The text that `*` stands for; null where the name does not fit the pattern. */
function fits(pattern: string, module: string): string | null {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return module === pattern ? '' : null;
  const isLongEnough = module.length >= start.length + end.length;
  const isFitting = isLongEnough && module.startsWith(start) && module.endsWith(end);
  return isFitting ? module.slice(start.length, module.length - end.length) : null;
}

function fixedLength(pattern: string): number {
  return pattern.includes('*') ? pattern.indexOf('*') : Number.POSITIVE_INFINITY;
}

function targetsOf(aliases: readonly ModuleAlias[], module: string): readonly string[] {
  // As in TypeScript, the pattern with the longest text before its `*` wins.
  const fitting = aliases
    .filter(({ pattern }) => fits(pattern, module) !== null)
    .sort((a, b) => (fixedLength(b.pattern) > fixedLength(a.pattern) ? 1 : -1))[0];
  if (!fitting) return [];
  const middle = fits(fitting.pattern, module) ?? '';
  return fitting.targets.map((target) => target.replace('*', middle));
}

/** Puts what project files say together. */
export function createModuleMap(projects: ReadonlyMap<string, ProjectFacts>): ModuleMap {
  const packages = new Map<string, Package>();
  const byFolder = new Map<string, ProjectFacts[]>();
  const goModules: { readonly path: string; readonly folder: string }[] = [];
  for (const [file, facts] of [...projects].sort(([a], [b]) => compareText(a, b))) {
    const folder = folderOf(file);
    if (facts.goModule !== undefined) goModules.push({ path: facts.goModule, folder });
    if (facts.packageName !== null) packages.set(facts.packageName, { folder, ...facts });
    const known = byFolder.get(folder);
    if (known) known.push(facts);
    else byFolder.set(folder, [facts]);
  }

  /** A project file and those whose settings it takes over. */
  function inherited(facts: ProjectFacts, seen = 0): readonly ProjectFacts[] {
    const path = facts.extends;
    const base =
      path === null
        ? undefined
        : (projects.get(path) ??
          projects.get(`${path}.json`) ??
          projects.get(pathFrom(path, 'tsconfig.json') ?? ''));
    return base && seen < 10 ? [facts, ...inherited(base, seen + 1)] : [facts];
  }

  function aliased(module: string, importingFile: string): readonly string[] {
    for (const folder of foldersAround(importingFile)) {
      const all = (byFolder.get(folder) ?? []).flatMap((facts) => inherited(facts));
      const targets = all.flatMap(({ aliases }) => targetsOf(aliases, module));
      if (targets.length > 0) return targets.flatMap(modulePathsAt);
      const based = all.flatMap(({ baseFolder }) =>
        baseFolder === null ? [] : [pathFrom(baseFolder, module) ?? ''],
      );
      if (based.length > 0) return based.flatMap(modulePathsAt);
    }
    return [];
  }

  function inPackage(module: string): readonly string[] {
    const parts = module.split('/');
    const name = parts.slice(0, module.startsWith('@') ? 2 : 1).join('/');
    const found = packages.get(name);
    if (!found) return [];
    const rest = parts.slice(name.split('/').length).join('/');
    if (rest === '') return found.entries.flatMap(modulePathsAt);
    const folders = [found.folder, pathFrom(found.folder, 'src') ?? ''];
    return folders.flatMap((folder) => modulePathsAt(pathFrom(folder, rest) ?? ''));
  }

  // Of modules within modules the innermost one holds a package.
  goModules.sort((a, b) => b.path.length - a.path.length);

  return {
    goFolder(packagePath) {
      const holder = goModules.find(
        ({ path }) => packagePath === path || packagePath.startsWith(`${path}/`),
      );
      return holder ? pathFrom(holder.folder, packagePath.slice(holder.path.length)) : null;
    },
    pathsOf(module, importingFile) {
      if (isRelativeModule(module)) return relativeModulePaths(module, importingFile);
      const own = inPackage(module);
      return own.length > 0 ? own : aliased(module, importingFile);
    },
  };
}
