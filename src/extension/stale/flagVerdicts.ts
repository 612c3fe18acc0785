import * as vscode from 'vscode';
import type { Flag } from '../../core/model/flag';
import type { FlagFinding } from '../../core/model/flagFinding';
import type { FlagVerdict } from '../../core/model/flagVerdict';
import type { KeyMentions } from '../../engine/check/keyMentions';
import type { FactsReader } from '../../engine/factsReader';
import type { FolderHistory } from '../../engine/check/checkRequest';
import type { Log } from '../log';
import type { ExtensionPorts } from '../ports';
import { createEditorFiles } from '../workspace/editorFiles';
import type { FolderIndex } from '../workspace/folderIndex';
import type { FolderIndexes } from '../workspace/folderIndexes';
import { pathBelow } from '../workspace/folderPaths';
import { today } from './today';

declare const FLAGLAB_VERSION: string;

/** What is known of the lives of a folder's flags. `notes` are sentences about what could not be looked at. */
interface KnownVerdicts {
  readonly verdicts: ReadonlyMap<string, FlagVerdict>;
  readonly findings: readonly FlagFinding[];
  readonly notes: readonly string[];
}

const nothing: KnownVerdicts = { verdicts: new Map(), findings: [], notes: [] };

/** Typing is over, and what shows flags has been told of it. */
const settleMs = 700;

/** One key may be two flags: one that is defined here and one that is not. */
const nameOf = (key: string, scope: string, isDefined: boolean) =>
  JSON.stringify([key, scope, isDefined]);

/** The history of a folder: only of one that is local and trusted, as the rules for starting git are. */
export function historyOf(
  { uri }: vscode.WorkspaceFolder,
  { git, historyCache: cache }: Pick<ExtensionPorts, 'git' | 'historyCache'>,
): FolderHistory | null {
  if (!git || uri.scheme !== 'file' || !vscode.workspace.isTrusted) return null;
  return { git, cache, root: uri.fsPath, trusted: vscode.workspace.isTrusted };
}

interface VerdictsOptions extends Pick<ExtensionPorts, 'git' | 'historyCache'> {
  readonly indexes: FolderIndexes;
  readonly factsReader: FactsReader;
  readonly log: Log;
}

/** Verdicts on flags, worked out in the background once flags are read, and again when something changes. Answers never wait. */
export class FlagVerdicts implements vscode.Disposable {
  readonly #options: VerdictsOptions;
  readonly #known = new WeakMap<FolderIndex, KnownVerdicts>();
  readonly #mentions = new WeakMap<FolderIndex, KeyMentions>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #timer: number | undefined;
  #running: Promise<void> = Promise.resolve();
  #looksForLastReads = false;
  #isWatching = false;

  readonly onDidChange = this.#changed.event;

  constructor(options: VerdictsOptions) {
    this.#options = options;
    const { indexes } = options;
    this.#disposables = [
      this.#changed,
      indexes.onDidChange(() => this.#judgeSoon()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#judgeSoon()),
    ];
  }

  /** Null where nothing is known yet. */
  of(folder: FolderIndex, flag: Flag): FlagVerdict | null {
    const isDefined = flag.definitions.length > 0;
    const known = this.#known.get(folder) ?? nothing;
    return known.verdicts.get(nameOf(flag.key, flag.scope, isDefined)) ?? null;
  }

  all(folder: FolderIndex): readonly FlagVerdict[] {
    return [...(this.#known.get(folder) ?? nothing).verdicts.values()];
  }

  findings(folder: FolderIndex): readonly FlagFinding[] {
    return (this.#known.get(folder) ?? nothing).findings;
  }

  /** Somebody looks at all flags: when the last reads went is worth its long search now. */
  lookForLastReads(): void {
    if (this.#looksForLastReads) return;
    this.#looksForLastReads = true;
    this.#judgeSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #forget(uri: vscode.Uri): void {
    const folder = this.#options.indexes.of(uri);
    const path = folder && pathBelow(folder.folder.uri, uri);
    if (folder && path !== null && path !== undefined) this.#mentions.get(folder)?.forget(path);
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const forget = (uri: vscode.Uri) => this.#forget(uri);
    this.#disposables.push(watcher, watcher.onDidChange(forget), watcher.onDidDelete(forget));
  }

  #judgeSoon(): void {
    this.#watch();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // One after the other: git is not asked twice at once.
      this.#running = this.#running.then(() => this.#judgeAll());
    }, settleMs);
  }

  async #judgeAll(): Promise<void> {
    const { indexes, log } = this.#options;
    for (const folder of indexes.all()) {
      try {
        await this.#judge(folder);
      } catch (error) {
        log.error(`Verdicts on the flags of ${folder.folder.name}:`, error);
      }
    }
    this.#changed.fire();
  }

  async #judge(folder: FolderIndex): Promise<void> {
    const { index } = folder;
    if (!index) return;
    const needed = await import('../onFirstUse');
    const files = createEditorFiles(folder.folder.uri, () => false);
    const mentions = this.#mentions.get(folder) ?? needed.createKeyMentions();
    this.#mentions.set(folder, mentions);
    const { value } = await needed.loadSettings(files);
    const checked = await needed.checkWorkspace({
      files,
      snapshot: index.snapshot(),
      listed: index.listedFiles(),
      settings: value ?? needed.defaultSettings,
      factsReader: this.#options.factsReader,
      now: today(),
      history: historyOf(folder.folder, this.#options),
      version: FLAGLAB_VERSION,
      looksForLastReads: this.#looksForLastReads,
      mentions,
    });
    if (checked.kind === 'broken') {
      this.#options.log.warn(`${folder.folder.name}: ${checked.reason}`);
      this.#known.set(folder, nothing);
      return;
    }
    const verdicts = new Map(
      checked.verdicts.map((verdict) => {
        const isDefined = verdict.evidence.definitions.length > 0;
        return [nameOf(verdict.key, verdict.scope, isDefined), verdict] as const;
      }),
    );
    this.#known.set(folder, { verdicts, findings: checked.lifeFindings, notes: checked.notes });
  }
}
