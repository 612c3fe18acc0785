import * as vscode from 'vscode';
import type { YamlSchemaKind } from '../../core/help/yamlFileKinds';
import type { Diagnostic } from '../../core/model/diagnostic';
import { settingsFileName } from '../../engine/settingsFileName';
import { isPlanFile, planFileGlob } from '../simulator/planFiles';

/** A kind of YAML file that Flaglab helps to write. */
export interface YamlFile {
  readonly kind: YamlSchemaKind;
  /** By name, whatever language the document has: no other extension is needed. */
  readonly selector: vscode.DocumentFilter;
  matches(path: string): boolean;
  check(text: string): Promise<readonly Diagnostic[]>;
}

const plan: YamlFile = {
  kind: 'plan',
  selector: { pattern: planFileGlob },
  matches: isPlanFile,
  check: async (text) => (await import('../onFirstUse')).checkPlan(text),
};

const projectSettings: YamlFile = {
  kind: 'settings',
  selector: { pattern: `**/${settingsFileName}` },
  matches: (path) => path.endsWith(`/${settingsFileName}`),
  check: async (text) => (await import('../onFirstUse')).parseSettings(text).diagnostics,
};

export const yamlFiles: readonly YamlFile[] = [plan, projectSettings];

/** The kind of a document that people can write in; versions shown for comparison have none. */
export function yamlFileOf({ uri }: vscode.TextDocument): YamlFile | undefined {
  if (uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return undefined;
  }
  return yamlFiles.find((file) => file.matches(uri.path));
}
