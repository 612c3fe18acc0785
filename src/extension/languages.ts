import type * as vscode from 'vscode';
import type { SourceLanguage } from '../core/model/flagRead';

const languages: readonly SourceLanguage[] = [
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'go',
  'java',
  'kotlin',
  'csharp',
];

/** Documents whose reads are recognised, in any file system. */
export const sourceSelector: readonly vscode.DocumentFilter[] = languages.map((language) => ({
  language,
}));
