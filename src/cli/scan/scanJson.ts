import { flagFindings } from '../../core/flags/findings/registry';
import type { FileDiagnostic } from '../../core/model/diagnostic';
import type { Flag } from '../../core/model/flag';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { FlagFinding } from '../../core/model/flagFinding';
import type { FlagRead, UnresolvedRead, ViaStep } from '../../core/model/flagRead';
import { placeOf } from '../places';
import type { ScannedFolder } from './scannedFolder';

function definitionJson({ keySpan, span: _span, file, key: _key, ...definition }: FlagDefinition) {
  return { file, ...placeOf(keySpan.start), ...definition };
}

function viaJson({ kind, name, file, span }: ViaStep) {
  return { kind, name, file, ...placeOf(span.start) };
}

function readJson({
  file,
  span,
  sdk,
  language,
  call,
  valueType,
  default: given,
  via,
  context,
}: FlagRead) {
  const end = placeOf(span.end);
  return {
    file,
    ...placeOf(span.start),
    endLine: end.line,
    endColumn: end.column,
    sdk,
    language,
    call,
    valueType,
    default: given,
    via: via.map(viaJson),
    context,
  };
}

function flagJson({ key, scope, definitions, reads }: Flag) {
  return { key, scope, definitions: definitions.map(definitionJson), reads: reads.map(readJson) };
}

function unresolvedJson({ file, span, sdk, call, reason }: UnresolvedRead) {
  return { file, ...placeOf(span.start), sdk, call, reason };
}

function diagnosticJson({ file, span, code, severity, message }: FileDiagnostic) {
  return { file, ...placeOf(span.start), code, severity, message };
}

function findingJson({ key, scope, suggestion, related, ...finding }: FlagFinding) {
  return {
    ...diagnosticJson(finding),
    key,
    scope,
    suggestion,
    related: related.map(({ file, span, message }) => ({
      file,
      ...placeOf(span.start),
      message,
    })),
  };
}

function folderJson({ root, snapshot }: ScannedFolder) {
  return {
    root,
    files: snapshot.files,
    flags: snapshot.flags.map(flagJson),
    unresolved: snapshot.unresolved.map(unresolvedJson),
    findings: flagFindings(snapshot.flags).map(findingJson),
    diagnostics: snapshot.diagnostics.map(diagnosticJson),
  };
}

/**
 * The report of `flaglab scan --format json`, schema 1: positions count from 1, paths are relative to `root`. Of several folders
 * each is an element of `folders`, in the order in which they were given.
 */
export function scanJson(scanned: readonly ScannedFolder[], version: string): string {
  const about = { flaglab: version, schema: 1 };
  const folders = scanned.map(folderJson);
  const report = folders.length === 1 ? { ...about, ...folders[0] } : { ...about, folders };
  return `${JSON.stringify(report, null, 2)}\n`;
}
