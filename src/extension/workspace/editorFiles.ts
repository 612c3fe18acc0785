import * as vscode from 'vscode';
import type { ListedFile, ListingOptions, WorkspaceFiles } from '../../engine/workspaceFiles';
import { uriBelow } from './folderPaths';

/** Whether a path is left out; folders end with `/`. */
export type Excludes = (path: string) => boolean;

type Entry = readonly [name: string, type: vscode.FileType];

const isFolder = (type: vscode.FileType) => (type & vscode.FileType.Directory) !== 0;
const isLink = (type: vscode.FileType) => (type & vscode.FileType.SymbolicLink) !== 0;
const isFile = (type: vscode.FileType) => (type & vscode.FileType.File) !== 0;

const byName = ([one]: Entry, [other]: Entry) => (one < other ? -1 : one > other ? 1 : 0);

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Files of a workspace folder through VS Code's own file system: local, remote or virtual. */
export function createEditorFiles(folder: vscode.Uri, excludes: Excludes): WorkspaceFiles {
  const { fs } = vscode.workspace;

  async function sized(path: string): Promise<ListedFile> {
    try {
      return { kind: 'file', path, size: (await fs.stat(uriBelow(folder, path))).size };
    } catch (error) {
      return { kind: 'skipped', path, reason: reasonOf(error) };
    }
  }

  async function* walk(parent: string, options: ListingOptions): AsyncIterable<ListedFile> {
    let entries: Entry[];
    try {
      entries = await fs.readDirectory(parent === '' ? folder : uriBelow(folder, parent));
    } catch (error) {
      yield { kind: 'skipped', path: parent, reason: reasonOf(error) };
      return;
    }
    await options.opened(
      parent,
      entries.map(([name]) => name),
    );
    const below = entries
      .toSorted(byName)
      .map(([name, type]) => ({ path: parent === '' ? name : `${parent}/${name}`, type }));
    const files = below.filter(({ path, type }) => isFile(type) && !excludes(path));
    const sizes = new Map(
      (await Promise.all(files.map(({ path }) => sized(path)))).map((file) => [file.path, file]),
    );
    for (const { path, type } of below) {
      if (options.signal.aborted) return;
      const file = sizes.get(path);
      if (file) yield file;
      else if (isFolder(type) && !excludes(`${path}/`)) {
        // The editor's file system cannot say where a link leads, so a circle could not be told.
        if (isLink(type)) yield { kind: 'skipped', path, reason: 'link to a folder' };
        else if (await options.entersFolder(path)) yield* walk(path, options);
      }
    }
  }

  return {
    list: (options) => walk('', options),
    read: (path) => Promise.resolve(fs.readFile(uriBelow(folder, path))),
  };
}
