import * as vscode from 'vscode';
import { mayHoldRollouts } from '../../core/rollout/read/mayHoldRollouts';
import { settingsFileName } from '../../engine/settingsFileName';
import { commands } from '../commands';
import { toDiagnostic } from '../diagnostics/toDiagnostic';
import { readSetting } from '../readSetting';
import { settings } from '../settings';
import { toRange } from '../spans';
import type { DescribedRollouts } from './describeRollouts';
import { rolloutSurroundings } from './rolloutSurroundings';

const selector: vscode.DocumentSelector = [{ language: 'yaml' }, { language: 'json' }];

interface Known {
  readonly version: number;
  readonly described: DescribedRollouts;
}

/** What is known of the rollouts in open texts. A lens is answered from it, and what is out of date is worked out meanwhile. */
class OpenRollouts {
  readonly #known = new Map<string, Known>();
  readonly #working = new Set<string>();
  readonly #collection = vscode.languages.createDiagnosticCollection('flaglab.rollouts');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  of(document: vscode.TextDocument): DescribedRollouts | null {
    const address = document.uri.toString();
    const known = this.#known.get(address);
    if (!mayHoldRollouts(document.getText())) {
      this.forget(document.uri);
      return null;
    }
    if (known?.version !== document.version) void this.#work(document);
    return known?.described ?? null;
  }

  forget(uri: vscode.Uri): void {
    this.#known.delete(uri.toString());
    this.#collection.delete(uri);
  }

  /** All is worked out anew: baselines or templates may have changed. */
  forgetAll(): void {
    this.#known.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#collection.dispose();
    this.#changed.dispose();
  }

  async #work(document: vscode.TextDocument): Promise<void> {
    const address = document.uri.toString();
    if (this.#working.has(address)) return;
    this.#working.add(address);
    const { version } = document;
    try {
      const { describeRollouts } = await import('./rolloutOnFirstUse');
      const source = { file: address, text: document.getText() };
      const described = await describeRollouts(source, await rolloutSurroundings(document.uri));
      if (document.isClosed) return;
      this.#known.set(address, { version, described });
      if (document.version === version) {
        this.#collection.set(document.uri, described.diagnostics.map(toDiagnostic));
      }
    } finally {
      this.#working.delete(address);
    }
    // Asked for again, an older version is worked out anew.
    this.#changed.fire();
  }
}

/** Lenses above the steps of rollouts, and messages about what cannot work in them. */
export function registerRolloutLenses(): vscode.Disposable {
  const rollouts = new OpenRollouts();
  return vscode.Disposable.from(
    rollouts,
    vscode.workspace.onDidCloseTextDocument(({ uri }) => rollouts.forget(uri)),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.endsWith(`/${settingsFileName}`)) rollouts.forgetAll();
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: rollouts.onDidChange,
      provideCodeLenses(document) {
        if (!readSetting(settings.codeLensEnabled, document)) return [];
        const lines = rollouts.of(document)?.lines ?? [];
        return lines.map(
          ({ span, title, tooltip }) =>
            new vscode.CodeLens(toRange(span), {
              command: commands.showRollout,
              title,
              tooltip,
              arguments: [document.uri],
            }),
        );
      },
    }),
  );
}
