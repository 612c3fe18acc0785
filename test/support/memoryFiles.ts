import type { ListedFile, WorkspaceFiles } from '../../src/engine/workspaceFiles';

/** Files in memory that count how often they are read. */
export interface MemoryFiles extends WorkspaceFiles {
  readonly reads: Map<string, number>;
  /** When files were changed, in milliseconds; 0 for a file without an entry. */
  readonly modified: Map<string, number>;
}

const encoder = new TextEncoder();

/** A workspace folder in memory: text or bytes by path, `/` between folders. */
export function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>>,
  skipped: Readonly<Record<string, string>> = {},
): MemoryFiles {
  const reads = new Map<string, number>();
  const modified = new Map<string, number>();
  const bytesOf = (path: string) => {
    const content = contents[path];
    if (content === undefined) throw new Error('no such file');
    return typeof content === 'string' ? encoder.encode(content) : content;
  };
  return {
    reads,
    modified,
    async *list({ signal, entersFolder, opened }) {
      const entered = new Map<string, boolean>();
      const paths = [...Object.keys(contents), ...Object.keys(skipped)].sort();
      const namesIn = (folder: string) => {
        const inside = paths.filter((path) => path.startsWith(folder));
        return [...new Set(inside.map((path) => path.slice(folder.length).split('/')[0] ?? ''))];
      };
      await opened('', namesIn(''));
      for (const path of paths) {
        if (signal.aborted) return;
        const parts = path.split('/').slice(0, -1);
        let isEntered = true;
        for (const [index] of parts.entries()) {
          const folder = parts.slice(0, index + 1).join('/');
          if (!isEntered) break;
          const known = entered.get(folder);
          isEntered = known ?? (await entersFolder(folder));
          entered.set(folder, isEntered);
          if (known === undefined && isEntered) await opened(folder, namesIn(`${folder}/`));
        }
        if (!isEntered) continue;
        const reason = skipped[path];
        const file: ListedFile =
          reason === undefined
            ? { kind: 'file', path, size: bytesOf(path).length, modified: modified.get(path) ?? 0 }
            : { kind: 'skipped', path, reason };
        yield file;
      }
    },
    read(path) {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return Promise.resolve().then(() => bytesOf(path));
    },
  };
}
