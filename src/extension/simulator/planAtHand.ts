import * as vscode from 'vscode';
import { fileAtHand } from '../fileAtHand';
import { isPlanFile } from './planFiles';

/** The plan a command is called with, or the one that is open in front. */
export function planAtHand(given: unknown): vscode.Uri | undefined {
  const uri = fileAtHand(given);
  return given instanceof vscode.Uri || (uri !== undefined && isPlanFile(uri.path))
    ? uri
    : undefined;
}
