import * as vscode from 'vscode';
import type { CompletionEntry } from '../../core/help/completeYaml';
import { fromPosition, toRange } from '../spans';
import { yamlFiles } from './yamlFiles';
import type { YamlFile } from './yamlFiles';

const itemKinds = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
} as const;

function completionItem(entry: CompletionEntry): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: entry.label, description: entry.detail },
    itemKinds[entry.kind],
  );
  item.documentation = new vscode.MarkdownString(entry.markdown);
  item.insertText = new vscode.SnippetString(entry.snippet);
  item.range = toRange(entry.span);
  item.sortText = entry.sortText;
  return item;
}

function completion({ kind, selector }: YamlFile): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    selector,
    {
      provideCompletionItems: async (document, position) =>
        (await import('../onFirstUse'))
          .completeYaml(kind, document.getText(), fromPosition(position))
          .map(completionItem),
    },
    ' ',
    ':',
  );
}

function hover({ kind, selector }: YamlFile): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    provideHover: async (document, position) => {
      const { hoverYaml } = await import('../onFirstUse');
      const found = hoverYaml(kind, document.getText(), fromPosition(position));
      return (
        found && new vscode.Hover(new vscode.MarkdownString(found.markdown), toRange(found.span))
      );
    },
  });
}

/** Completion and hover for plan files and `flaglab.yaml`. */
export function registerYamlHelp(): vscode.Disposable {
  return vscode.Disposable.from(...yamlFiles.flatMap((file) => [completion(file), hover(file)]));
}
