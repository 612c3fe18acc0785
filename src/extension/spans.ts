import * as vscode from 'vscode';
import type { Position, Span } from '../core/model/position';

export function toPosition({ line, column }: Position): vscode.Position {
  return new vscode.Position(line, column);
}

export function toRange({ start, end }: Span): vscode.Range {
  return new vscode.Range(toPosition(start), toPosition(end));
}

export function fromPosition({ line, character }: vscode.Position): Position {
  return { line, column: character };
}
