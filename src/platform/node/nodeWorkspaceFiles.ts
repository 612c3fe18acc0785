import { readFileSync, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import nodePath from 'node:path';
import type { ListedFile, ListingOptions, WorkspaceFiles } from '../../engine/workspaceFiles';

/** What is said of paths on this system: `path.posix` or `path.win32` in a test. */
type PathRules = Pick<typeof nodePath, 'join' | 'relative' | 'sep' | 'isAbsolute'>;

/** An absolute path below `root` as Flaglab writes it: relative, `/` between folders; null where it is not below. */
export function pathBelow(
  root: string,
  absolute: string,
  rules: PathRules = nodePath,
): string | null {
  const relative = rules.relative(root, absolute);
  const isOutside = relative === '..' || relative.startsWith(`..${rules.sep}`);
  if (isOutside || rules.isAbsolute(relative)) return null;
  return relative.split(rules.sep).join('/');
}

/** The absolute path of a file below `root`. */
export function pathUnder(root: string, path: string, rules: PathRules = nodePath): string {
  return rules.join(root, ...path.split('/'));
}

function reasonOf(error: unknown): string {
  const code = (error as { readonly code?: string }).code;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'cannot be read: permission denied';
    case 'ENOENT':
      return 'a link to nothing';
    case 'ELOOP':
      return 'a link that leads back to itself';
    default:
      return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Skipped = ListedFile & { readonly kind: 'skipped' };

function skipped(path: string, error: unknown): Skipped {
  return { kind: 'skipped', path, reason: reasonOf(error) };
}

/** Names in the order of their code units: the same on every system. Folders sort as their names do. */
function byName(first: Dirent, second: Dirent): number {
  return first.name < second.name ? -1 : first.name > second.name ? 1 : 0;
}

/** An entry of a folder once links are followed. `real` is set for a link: where it leads. */
type Entry =
  | { readonly kind: 'file'; readonly size: number; readonly real: string | null }
  | { readonly kind: 'folder'; readonly real: string | null }
  | { readonly kind: 'neither' }
  | { readonly kind: 'failed'; readonly error: unknown };

async function inspect(entry: Dirent, absolute: string, isBlocking: boolean): Promise<Entry> {
  if (entry.isDirectory()) return { kind: 'folder', real: null };
  if (!entry.isFile() && !entry.isSymbolicLink()) return { kind: 'neither' };
  try {
    const target = isBlocking ? statSync(absolute) : await stat(absolute);
    const real = entry.isSymbolicLink() ? await realpath(absolute) : null;
    if (target.isDirectory()) return { kind: 'folder', real };
    return target.isFile() ? { kind: 'file', size: target.size, real } : { kind: 'neither' };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** A folder on the way: its path below the root, where it really is, and the real folders around it, itself included. */
interface Place {
  readonly path: string;
  readonly real: string;
  readonly trail: ReadonlySet<string>;
}

/** Walks a folder. A folder that is among those around it would never end. */
class Walk {
  constructor(
    private readonly root: string,
    private readonly realRoot: string,
    private readonly options: ListingOptions,
    private readonly isBlocking: boolean,
  ) {}

  async *folder({ path, real, trail }: Place): AsyncGenerator<ListedFile> {
    const absolute = path === '' ? this.root : pathUnder(this.root, path);
    let names: Dirent[];
    try {
      names = (await readdir(absolute, { withFileTypes: true })).sort(byName);
    } catch (error) {
      yield skipped(path === '' ? '.' : path, error);
      return;
    }
    const entries = await Promise.all(
      names.map((name) => inspect(name, nodePath.join(absolute, name.name), this.isBlocking)),
    );
    for (const [index, entry] of entries.entries()) {
      if (this.options.signal.aborted) return;
      const name = names[index]?.name ?? '';
      const place = {
        path: path === '' ? name : `${path}/${name}`,
        real: nodePath.join(real, name),
      };
      yield* this.entry(entry, { ...place, trail });
    }
  }

  private async *entry(entry: Entry, place: Place): AsyncGenerator<ListedFile> {
    const { path } = place;
    if (entry.kind === 'neither') return;
    if (entry.kind === 'failed') {
      yield skipped(path, entry.error);
      return;
    }
    if (entry.kind === 'folder' && !(await this.options.entersFolder(path))) return;
    const real = entry.real ?? place.real;
    const reason = this.reasonAgainst(entry, real, place.trail);
    if (reason !== null) yield { kind: 'skipped', path, reason };
    else if (entry.kind === 'file') yield { kind: 'file', path, size: entry.size };
    else yield* this.folder({ path, real, trail: new Set([...place.trail, real]) });
  }

  /** Why something is not listed although it is there; null where it is. */
  private reasonAgainst(
    entry: Entry & { readonly kind: 'file' | 'folder' },
    real: string,
    trail: ReadonlySet<string>,
  ): string | null {
    if (entry.kind === 'folder' && trail.has(real)) {
      return 'a link that leads back to a folder around it';
    }
    const listed = entry.real === null ? null : pathBelow(this.realRoot, entry.real);
    return listed === null ? null : `a link to ${listed || '.'}`;
  }
}

/**
 * The files below a folder of this machine. Links that lead out of it are followed, others are reported. `isBlocking`: each
 * file is waited for, which takes a fraction of the time and suits a program that has nothing else to do.
 */
export function createNodeWorkspaceFiles(
  root: string,
  { isBlocking = false }: { readonly isBlocking?: boolean } = {},
): WorkspaceFiles {
  return {
    async *list(options) {
      let realRoot: string;
      try {
        realRoot = await realpath(root);
      } catch (error) {
        yield skipped('.', error);
        return;
      }
      const place = { path: '', real: realRoot, trail: new Set([realRoot]) };
      yield* new Walk(root, realRoot, options, isBlocking).folder(place);
    },
    async read(path) {
      const file = pathUnder(root, path);
      return isBlocking ? readFileSync(file) : await readFile(file);
    },
  };
}
