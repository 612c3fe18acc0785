import type * as vscode from 'vscode';
import { sourceSelector } from '../languages';

/** Documents that may hold a flag's key: code and definition files. */
export const keySelector: readonly vscode.DocumentFilter[] = [
  ...sourceSelector,
  { pattern: '**/*.{json,jsonc,yaml,yml,toml}' },
];
