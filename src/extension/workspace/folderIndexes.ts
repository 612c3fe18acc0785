import * as vscode from 'vscode';
import type { IndexProgress } from '../../engine/workspaceIndex';
import type { Log } from '../log';
import { FolderIndex } from './folderIndex';
import type { PreparedIndex } from './folderIndex';
import { changesEditorExcludes } from './editorExcludes';

/** `idle`: nothing was asked yet. `cancelled`: by the person. `failed`: the log says why. What was known before stays. */
export type IndexState =
  | { readonly kind: 'idle' | 'ready' | 'cancelled' | 'failed' }
  | { readonly kind: 'reading'; readonly folder: string; readonly progress: IndexProgress };

interface FolderIndexesOptions {
  readonly prepare: (folder: vscode.Uri) => Promise<PreparedIndex>;
  readonly log: Log;
}

const nothingDone: IndexProgress = { filesDone: 0, filesTotal: null };
const rulesSettleMs = 500;

/** One index for each workspace folder. They are built on first need, one after the other, in the background. */
export class FolderIndexes implements vscode.Disposable {
  readonly #options: FolderIndexesOptions;
  readonly #folders = new Map<string, FolderIndex>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #stateChanged = new vscode.EventEmitter<IndexState>();
  readonly #disposables: vscode.Disposable[] = [this.#changed, this.#stateChanged];
  #state: IndexState = { kind: 'idle' };
  #run: { aborted: boolean } | null = null;
  #rulesTimer: number | undefined;

  /** What is known has changed. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(options: FolderIndexesOptions) {
    this.#options = options;
  }

  get state(): IndexState {
    return this.#state;
  }

  all(): readonly FolderIndex[] {
    return [...this.#folders.values()];
  }

  /** Index of the workspace folder that a file is in. */
  of(uri: vscode.Uri): FolderIndex | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return folder && this.#folders.get(folder.uri.toString());
  }

  /** Starts reading if nobody asked before. */
  start(): void {
    if (this.#state.kind !== 'idle') return;
    this.#watch();
    void this.refresh();
  }

  /** Stops reading; what was known before stays. */
  cancel(): void {
    if (!this.#run) return;
    this.#run.aborted = true;
    this.#run = null;
    this.#setState({ kind: 'cancelled' });
  }

  /** Reads all folders anew. Resolves when that is done or was cancelled. */
  async refresh(): Promise<void> {
    if (this.#state.kind === 'idle') this.#watch();
    if (this.#run) this.#run.aborted = true;
    const run = { aborted: false };
    this.#run = run;
    this.#alignFolders();
    let failed = false;
    for (const folder of this.all()) {
      const { name } = folder.folder;
      const report = (progress: IndexProgress) => {
        if (!run.aborted) this.#setState({ kind: 'reading', folder: name, progress });
      };
      report(nothingDone);
      try {
        await folder.build(report, run);
      } catch (error) {
        failed = true;
        this.#options.log.error(`Reading the folder ${name}:`, error);
      }
      if (run.aborted) return;
    }
    this.#run = null;
    this.#setState({ kind: failed ? 'failed' : 'ready' });
    this.#changed.fire();
  }

  /** Resolves once the first reading is over. Starts it if nobody did. */
  async ready(): Promise<void> {
    this.start();
    if (this.#state.kind !== 'reading') return;
    await new Promise<void>((resolve) => {
      const waiting = this.onDidChangeState(({ kind }) => {
        if (kind === 'reading') return;
        waiting.dispose();
        resolve();
      });
    });
  }

  dispose(): void {
    clearTimeout(this.#rulesTimer);
    if (this.#run) this.#run.aborted = true;
    for (const folder of this.all()) folder.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #setState(state: IndexState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  #alignFolders(): void {
    const wanted = new Map(
      (vscode.workspace.workspaceFolders ?? []).map((folder) => [folder.uri.toString(), folder]),
    );
    for (const [address, folder] of this.#folders) {
      if (wanted.has(address)) continue;
      folder.dispose();
      this.#folders.delete(address);
    }
    for (const [address, folder] of wanted) {
      if (this.#folders.has(address)) continue;
      const { prepare, log } = this.#options;
      const onChange = () => this.#changed.fire();
      const onRulesChange = () => this.#refreshSoon();
      this.#folders.set(
        address,
        new FolderIndex({ folder, prepare, log, onChange, onRulesChange }),
      );
    }
  }

  #refreshSoon(): void {
    clearTimeout(this.#rulesTimer);
    this.#rulesTimer = setTimeout(() => {
      if (this.#state.kind !== 'cancelled') void this.refresh();
    }, rulesSettleMs);
  }

  #watch(): void {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const touch = (uri: vscode.Uri) => this.all().forEach((folder) => void folder.touch(uri));
    const touchUnsaved = (uri: vscode.Uri) =>
      this.all().forEach((folder) => void folder.touchUnsaved(uri));
    this.#disposables.push(
      watcher,
      watcher.onDidCreate((uri) => this.all().forEach((folder) => void folder.create(uri))),
      watcher.onDidChange(touch),
      watcher.onDidDelete((uri) => this.all().forEach((folder) => void folder.remove(uri))),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) touchUnsaved(document.uri);
      }),
      // Unsaved text may have been thrown away.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => touchUnsaved(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#refreshSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesEditorExcludes(event)) this.#refreshSoon();
      }),
    );
  }
}
