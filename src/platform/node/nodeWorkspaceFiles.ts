import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { Dirent, Stats } from 'node:fs';
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
  | {
      readonly kind: 'file';
      readonly size: number;
      readonly modified: number;
      readonly real: string | null;
    }
  | { readonly kind: 'folder'; readonly real: string | null }
  | { readonly kind: 'neither' }
  | { readonly kind: 'failed'; readonly error: unknown };

type Target = Pick<Stats, 'isDirectory' | 'isFile' | 'size' | 'mtimeMs'>;

function entryOf(target: Target, real: string | null): Entry {
  if (target.isDirectory()) return { kind: 'folder', real };
  const { size, mtimeMs: modified } = target;
  return target.isFile() ? { kind: 'file', size, modified, real } : { kind: 'neither' };
}

async function inspectLink(absolute: string): Promise<Entry> {
  try {
    return entryOf(await stat(absolute), await realpath(absolute));
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function inspectFileNow(absolute: string): Entry {
  try {
    return entryOf(statSync(absolute), null);
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** What an entry is; at once where that is known without waiting. */
function inspect(entry: Dirent, absolute: string, isBlocking: boolean): Entry | Promise<Entry> {
  if (entry.isDirectory()) return { kind: 'folder', real: null };
  if (entry.isSymbolicLink()) return inspectLink(absolute);
  if (!entry.isFile()) return { kind: 'neither' };
  if (isBlocking) return inspectFileNow(absolute);
  return stat(absolute).then(
    (target) => entryOf(target, null),
    (error: unknown): Entry => ({ kind: 'failed', error }),
  );
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
      const listed = this.isBlocking
        ? readdirSync(absolute, { withFileTypes: true })
        : await readdir(absolute, { withFileTypes: true });
      names = listed.sort(byName);
    } catch (error) {
      yield skipped(path === '' ? '.' : path, error);
      return;
    }
    const opened = this.options.opened(
      path,
      names.map(({ name }) => name),
    );
    if (opened) await opened;
    const inspected = names.map((name) =>
      inspect(name, absolute + nodePath.sep + name.name, this.isBlocking),
    );
    const entries: Entry[] = [];
    for (const entry of inspected) entries.push(entry instanceof Promise ? await entry : entry);
    for (const [index, entry] of entries.entries()) {
      if (this.options.signal.aborted) return;
      const name = names[index]?.name ?? '';
      const inside = path === '' ? name : `${path}/${name}`;
      // Most entries are files, of which nothing else is to be known.
      if (entry.kind === 'file' && entry.real === null) {
        yield { kind: 'file', path: inside, size: entry.size, modified: entry.modified };
      } else yield* this.entry(entry, { path: inside, real: nodePath.join(real, name), trail });
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
    else if (entry.kind === 'file')
      yield { kind: 'file', path, size: entry.size, modified: entry.modified };
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

/** Reads files one after another into memory that is used again. */
function createBlockingReader(): (file: string) => Uint8Array {
  let buffer = Buffer.allocUnsafeSlow(1 << 20);

  function fill(descriptor: number): Uint8Array {
    let length = 0;
    for (;;) {
      const count = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (count === 0) return buffer.subarray(0, length);
      length += count;
      if (length < buffer.length) continue;
      const larger = Buffer.allocUnsafeSlow(buffer.length * 2);
      buffer.copy(larger);
      buffer = larger;
    }
  }

  return (file) => {
    const descriptor = openSync(file, 'r');
    try {
      return fill(descriptor);
    } finally {
      closeSync(descriptor);
    }
  };
}

/**
 * The files below a folder of this machine. Links that lead out of it are followed, others are reported. `isBlocking`: each
 * file is waited for, which takes a fraction of the time and suits a program that has nothing else to do.
 */
export function createNodeWorkspaceFiles(
  root: string,
  { isBlocking = false }: { readonly isBlocking?: boolean } = {},
): WorkspaceFiles {
  const readNow = createBlockingReader();
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
    read: async (path) => await readFile(pathUnder(root, path)),
    ...(isBlocking && { readNow: (path: string) => readNow(pathUnder(root, path)) }),
  };
}
