/** Files whose folder is a package or a service of its own. */
const markerNames: ReadonlySet<string> = new Set([
  'package.json',
  'go.mod',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'Cargo.toml',
  'composer.json',
  'Gemfile',
]);

/** Folders that the project's settings put into a scope, with its name: each holds for everything below it. */
export type ScopeMapping = Readonly<Record<string, string>>;

/** Which package or service a file belongs to. */
export interface FlagScopes {
  /** The scope's name: its folder relative to the root, `.` for the root; or the name given in the settings. */
  scopeOf(file: string): string;
  /** The scope of a file first, then those around it, outwards; the root is always the last one. */
  scopesAround(file: string): readonly string[];
}

/** Whether a file makes its folder a scope of its own. */
export function isScopeMarker(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return markerNames.has(name) || /\.(cs|fs|vb)proj$/.test(name);
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** A folder as people write it (`./apps/shop/`) in the form of paths here (`apps/shop`). */
function plain(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length > 0 ? parts.join('/') : '.';
}

/** The folders around a file, innermost first, the root (`.`) last. */
function foldersAround(file: string): readonly string[] {
  const folders: string[] = [];
  let folder = parentOf(file);
  while (folder !== '.') {
    folders.push(folder);
    folder = parentOf(folder);
  }
  return [...folders, '.'];
}

/**
 * Scopes by the nearest folder that holds a marker file (`package.json`, `go.mod`, `pyproject.toml`, `setup.py`, `pom.xml`,
 * `build.gradle`, `*.csproj`, `Cargo.toml`, `composer.json`, `Gemfile`) or that the settings map to a scope; the
 * innermost folder wins, and on the same folder the settings do. Without any, all is one scope: `.`.
 */
export function createFlagScopes(
  markerFiles: Iterable<string>,
  mapping: ScopeMapping = {},
): FlagScopes {
  const scopeOfFolder = new Map<string, string>();
  for (const file of markerFiles) scopeOfFolder.set(parentOf(file), parentOf(file));
  for (const [folder, scope] of Object.entries(mapping)) scopeOfFolder.set(plain(folder), scope);
  const known = new Map<string, readonly string[]>();

  function scopesAround(file: string): readonly string[] {
    const folder = parentOf(file);
    const remembered = known.get(folder);
    if (remembered) return remembered;
    const scopes = foldersAround(file)
      .map((around) => scopeOfFolder.get(around))
      .filter((scope) => scope !== undefined);
    const outwards = [...new Set([...scopes, '.'])];
    known.set(folder, outwards);
    return outwards;
  }

  return { scopesAround, scopeOf: (file) => scopesAround(file)[0] ?? '.' };
}
