import * as vscode from 'vscode';
import type { Diagnostic, Severity } from '../../core/model/diagnostic';
import { ruleAddress } from '../../core/report/check/ruleAddress';
import { toRange } from '../spans';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** What they are about does nothing, whatever else is true. */
const withoutEffect: ReadonlySet<string> = new Set([
  'flag-keep-expired',
  'flag-keep-no-reason',
  'flag-keep-unused',
]);

export function toDiagnostic({ code, severity, message, span }: Diagnostic): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(span), message, severities[severity]);
  diagnostic.source = 'flaglab';
  const address = ruleAddress(code);
  diagnostic.code =
    address === null ? code : { value: code, target: vscode.Uri.parse(address, true) };
  if (withoutEffect.has(code)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
