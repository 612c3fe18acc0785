import * as vscode from 'vscode';
import type { Diagnostic, Severity } from '../../core/model/diagnostic';
import { toRange } from '../spans';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

export function toDiagnostic({ code, severity, message, span }: Diagnostic): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(span), message, severities[severity]);
  diagnostic.source = 'flaglab';
  diagnostic.code = code;
  return diagnostic;
}
