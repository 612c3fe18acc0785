import * as vscode from 'vscode';
import type { CancellationSignal } from '../../core/model/cancellationSignal';
import type { PlanInWords } from '../../core/experiment/size/planInWords';
import type { PlanResult } from '../../core/experiment/plan/planSchema';
import type { IndexProgress, IndexSnapshot, WorkspaceIndex } from '../../engine/workspaceIndex';
import type { ListingOptions, WorkspaceFiles } from '../../engine/workspaceFiles';
import type { Log } from '../log';
import { isPlanFile } from '../simulator/planFiles';
import { createEditorFiles } from './editorFiles';
import type { Excludes } from './editorFiles';
import type { FolderPlans } from './folderPlans';
import { pathBelow, uriBelow } from './folderPaths';
import { changesTheRules, mayMatter } from './filesThatMatter';
import { PathQueue } from './pathQueue';
import { readText } from './readText';

/** Before it is known what is read: folders whose files are many and never are. */
const neverRead = /(^|\/)(node_modules|\.git)\//;

/** Typing is taken in before VS Code asks for lenses again (after 250 ms at the least). */
const settleMs = 100;

export interface FolderIndexOptions {
  readonly folder: vscode.WorkspaceFolder;
  readonly prepare: (folder: vscode.Uri) => Promise<PreparedIndex>;
  /** What is known has changed. */
  readonly onChange: () => void;
  /** What is to be read at all has changed. */
  readonly onRulesChange: () => void;
  readonly log: Log;
}

export interface PreparedIndex {
  readonly excludes: Excludes;
  /** Empty. */
  readonly plans: FolderPlans;
  readonly create: (files: WorkspaceFiles) => WorkspaceIndex;
}

/** The same files; `note` hears of each one that is listed. */
function noting(files: WorkspaceFiles, note: (path: string) => void): WorkspaceFiles {
  async function* list(options: ListingOptions) {
    for await (const file of files.list(options)) {
      if (file.kind === 'file') note(file.path);
      yield file;
    }
  }
  return { list, read: (path) => files.read(path) };
}

function filesWithFlags({ flags, unresolved, diagnostics }: IndexSnapshot): readonly string[] {
  const places = [
    ...flags.flatMap(({ definitions, reads }) => [...definitions, ...reads]),
    ...unresolved,
    ...diagnostics,
  ];
  return [...new Set(places.map(({ file }) => file))];
}

interface Known {
  readonly index: WorkspaceIndex;
  readonly plans: FolderPlans;
  readonly excludes: Excludes;
}

/** What is known of one workspace folder. While it is read anew, what was known before stays. */
export class FolderIndex {
  readonly folder: vscode.WorkspaceFolder;
  readonly #options: FolderIndexOptions;
  readonly #queue: PathQueue;
  #known: Known | null = null;
  /** Paths that changed while the folder was being read. */
  #missed: Set<string> | null = null;

  constructor(options: FolderIndexOptions) {
    this.#options = options;
    this.folder = options.folder;
    this.#queue = new PathQueue((paths) => this.#take(paths), settleMs);
  }

  /** Null until the folder was read once from end to end: half an index would call flags undefined. */
  get index(): WorkspaceIndex | null {
    return this.#known?.index ?? null;
  }

  plansOf(key: string): readonly string[] {
    return this.#known?.plans.plansOf(key) ?? [];
  }

  /** What the plan of a flag asks for, in words; null where that is not known. */
  planWordsOf(key: string): PlanInWords | null {
    return this.#known?.plans.wordsOf(key) ?? null;
  }

  /** What was decided about a flag, the latest last. */
  resultsOf(key: string): readonly PlanResult[] {
    return this.#known?.plans.resultsOf(key) ?? [];
  }

  /** False if it was cancelled. */
  async build(
    onProgress: (progress: IndexProgress) => void,
    signal: CancellationSignal,
  ): Promise<boolean> {
    const missed = new Set<string>();
    this.#missed = missed;
    try {
      return await this.#build(missed, onProgress, signal);
    } finally {
      // A later build has its own.
      if (this.#missed === missed) this.#missed = null;
    }
  }

  async #build(
    missed: ReadonlySet<string>,
    onProgress: (progress: IndexProgress) => void,
    signal: CancellationSignal,
  ): Promise<boolean> {
    const { excludes, plans, create } = await this.#options.prepare(this.folder.uri);
    const planPaths: string[] = [];
    const files = noting(createEditorFiles(this.folder.uri, excludes), (path) => {
      if (isPlanFile(path)) planPaths.push(path);
    });
    const index = create(files);
    if (!(await index.build(onProgress, signal))) return false;
    for (const path of planPaths) {
      const text = await readText(uriBelow(this.folder.uri, path));
      if (text !== null) plans.update(path, text);
    }
    if (signal.aborted) return false;
    this.#known = { index, plans, excludes };
    this.#missed = null;
    await this.#queue.run(new Set([...missed, ...this.#unsavedPaths()]));
    this.#options.onChange();
    return true;
  }

  /** Something may have changed on disk. */
  touch(uri: vscode.Uri): void {
    const path = pathBelow(this.folder.uri, uri);
    if (path === null || this.#excludes(path)) return;
    if (changesTheRules(path)) this.#options.onRulesChange();
    else if (mayMatter(path)) this.#add(path);
  }

  /** A file or folder is there; of a folder VS Code says so once, not for each file in it. */
  async create(uri: vscode.Uri): Promise<void> {
    const path = pathBelow(this.folder.uri, uri);
    if (path === null) return;
    if (mayMatter(path) || changesTheRules(path)) {
      this.touch(uri);
      return;
    }
    if (!this.#known || this.#known.excludes(`${path}/`)) return;
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(uri)).catch(() => []);
    if (entries.length > 0) this.#options.onRulesChange();
  }

  /** Before the first reading is over: by the folders that are never entered. */
  #excludes(path: string): boolean {
    return this.#known?.excludes(path) ?? neverRead.test(path);
  }

  /** The editor's text may have changed. The rules are those of the saved files. */
  touchUnsaved(uri: vscode.Uri): void {
    const path = pathBelow(this.folder.uri, uri);
    if (path !== null && mayMatter(path) && !this.#known?.excludes(path)) this.#add(path);
  }

  #add(path: string): void {
    this.#missed?.add(path);
    // What is known stays in step while it is read anew: that may be stopped.
    if (this.#known) this.#queue.add(path);
  }

  /** A file or folder is gone; of a folder VS Code says so once, not for each file. */
  remove(uri: vscode.Uri): void {
    const path = pathBelow(this.folder.uri, uri);
    if (path === null || !this.#known) return;
    const { index, plans } = this.#known;
    const below = [...filesWithFlags(index.snapshot()), ...plans.paths()].filter((file) =>
      file.startsWith(`${path}/`),
    );
    for (const file of below) this.touch(uriBelow(this.folder.uri, file));
    this.touch(uri);
  }

  dispose(): void {
    this.#queue.clear();
    this.#known = null;
  }

  #unsavedPaths(): readonly string[] {
    return vscode.workspace.textDocuments
      .filter(({ isDirty }) => isDirty)
      .flatMap(({ uri }) => pathBelow(this.folder.uri, uri) ?? [])
      .filter((path) => mayMatter(path) && !this.#known?.excludes(path));
  }

  async #take(paths: ReadonlySet<string>): Promise<void> {
    const known = this.#known;
    if (!known) return;
    for (const path of paths) await this.#takeOne(known, path);
    if (paths.size > 0) this.#options.onChange();
  }

  async #takeOne({ index, plans }: Known, path: string): Promise<void> {
    try {
      const text = await readText(uriBelow(this.folder.uri, path));
      if (text === null) {
        index.remove(path);
        plans.remove(path);
      } else if (isPlanFile(path)) plans.update(path, text);
      else await index.update(path, text);
    } catch (error) {
      this.#options.log.error(`Reading ${path}:`, error);
    }
  }
}
