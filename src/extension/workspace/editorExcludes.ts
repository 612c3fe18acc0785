import * as vscode from 'vscode';
import { ignorePatternsOf } from './globPatterns';

const sections = ['files.exclude', 'search.exclude'] as const;

/**
 * Patterns (of an ignore file) of what the editor hides or does not search. Excludes that depend on a
 * sibling (`{ "when": "$(basename).ts" }`) are not among them: they hide results of a build one by one.
 */
export function editorExcludePatterns(folder: vscode.Uri): readonly string[] {
  const configuration = vscode.workspace.getConfiguration(undefined, folder);
  const globs = sections.flatMap((section) =>
    Object.entries(configuration.get<Record<string, unknown>>(section, {}))
      .filter(([, value]) => value === true)
      .map(([glob]) => glob),
  );
  return ignorePatternsOf(globs);
}

/** Whether a change of the configuration may change the patterns. */
export function changesEditorExcludes(event: vscode.ConfigurationChangeEvent): boolean {
  return sections.some((section) => event.affectsConfiguration(section));
}
