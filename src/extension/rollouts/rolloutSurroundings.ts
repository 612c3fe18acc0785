import * as vscode from 'vscode';
import { mayHoldRollouts } from '../../core/rollout/read/mayHoldRollouts';
import type { RolloutSource } from '../../core/rollout/read/readRollout';
import type { KnownMetrics } from '../../core/rollout/release/baselines';
import { settingsFileName } from '../../engine/settingsFileName';
import { readText } from '../workspace/readText';
import type { RolloutSurroundings } from './describeRollouts';

/** More files than these in a folder are not read for templates. */
const mostSiblings = 50;

async function siblingsOf(uri: vscode.Uri): Promise<readonly RolloutSource[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const names = entries.flatMap(([name, type]) =>
    type === vscode.FileType.File && /\.ya?ml$/i.test(name) ? [name] : [],
  );
  const sources: RolloutSource[] = [];
  for (const name of names.slice(0, mostSiblings)) {
    const file = vscode.Uri.joinPath(folder, name);
    if (file.toString() === uri.toString()) continue;
    const text = await readText(file);
    if (text !== null && mayHoldRollouts(text)) sources.push({ file: file.toString(), text });
  }
  return sources;
}

/** The metrics of the project's own settings. */
async function metricsFor(uri: vscode.Uri): Promise<KnownMetrics> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const text = folder && (await readText(vscode.Uri.joinPath(folder.uri, settingsFileName)));
  if (!text) return {};
  const { parseSettings } = await import('../onFirstUse');
  return parseSettings(text).value?.metrics ?? {};
}

/** What is around a manifest: templates in files beside it, the project's own settings. */
export async function rolloutSurroundings(uri: vscode.Uri): Promise<RolloutSurroundings> {
  return {
    others: uri.scheme === 'untitled' ? [] : await siblingsOf(uri),
    known: await metricsFor(uri),
    pause: () => new Promise((resolve) => void setTimeout(resolve, 0)),
  };
}
