import * as vscode from 'vscode';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import { parseSettings } from '../../core/settings/parseSettings';
import type { Diagnostic } from '../../core/model/diagnostic';
import { isPlanFile, planFileGlob } from '../simulator/planFiles';
import { settingsFileName } from '../../engine/loadSettings';

/** A kind of YAML file that Flaglab helps to write. */
export interface YamlFile {
  readonly selector: vscode.DocumentFilter;
  matches(uri: vscode.Uri): boolean;
  check(text: string): readonly Diagnostic[];
}

const plan: YamlFile = {
  selector: { pattern: planFileGlob },
  matches: ({ path }) => isPlanFile(path),
  check: (text) => parsePlan(text).diagnostics,
};

const projectSettings: YamlFile = {
  selector: { pattern: `**/${settingsFileName}` },
  matches: ({ path }) => path.endsWith(`/${settingsFileName}`),
  check: (text) => parseSettings(text).diagnostics,
};

export const yamlFiles: readonly YamlFile[] = [plan, projectSettings];

/** The kind of a document that people can write in; versions shown for comparison have none. */
export function yamlFileOf({ uri }: vscode.TextDocument): YamlFile | undefined {
  if (uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return undefined;
  }
  return yamlFiles.find((file) => file.matches(uri));
}
