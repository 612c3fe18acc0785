import type { Diagnostic, FileDiagnostic } from '../../core/model/diagnostic';
import type { FlagFinding } from '../../core/model/flagFinding';
import { comparePositions, compareText } from '../../core/flags/index/compareText';
import { fingerprints } from '../../core/report/check/fingerprints';
import type { FindingLevel, ReportedFinding } from '../../core/report/check/checkReport';
import { decodeText } from '../../core/syntax/decodeText';
import type { WorkspaceFiles } from '../workspaceFiles';

const levels: Readonly<Record<Diagnostic['severity'], FindingLevel>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

type Told = FileDiagnostic & { readonly key: string };

async function linesOf(file: string, files: WorkspaceFiles): Promise<readonly string[]> {
  const bytes = await files.read(file).catch(() => null);
  const decoded = bytes === null ? null : decodeText(bytes);
  return decoded?.kind === 'text' ? decoded.text.split(/\r\n|\n|\r/) : [];
}

function comparePlaces(one: Told, other: Told): number {
  return (
    compareText(one.file, other.file) ||
    comparePositions(one.span.start, other.span.start) ||
    compareText(one.code, other.code) ||
    compareText(one.key, other.key)
  );
}

/** Findings about flags, and what reading definition files found wrong, as reports tell them. */
export async function reportFindings(
  findings: readonly FlagFinding[],
  diagnostics: readonly FileDiagnostic[],
  files: WorkspaceFiles,
): Promise<readonly ReportedFinding[]> {
  const wrong = diagnostics.filter(({ severity }) => severity !== 'information');
  const all: readonly Told[] = [...findings, ...wrong.map((each) => ({ ...each, key: '' }))];
  const told = all.toSorted(comparePlaces);
  const texts = new Map<string, readonly string[]>();
  for (const file of new Set(told.map((each) => each.file)))
    texts.set(file, await linesOf(file, files));
  const names = fingerprints(
    told.map(({ code: rule, key, file, span }) => {
      return { rule, key, file, lineText: texts.get(file)?.[span.start.line] ?? '' };
    }),
  );
  return told.map(({ code, severity, key, file, span, message }, index) => ({
    rule: code,
    level: levels[severity],
    key,
    file,
    line: span.start.line + 1,
    column: span.start.column + 1,
    message,
    fingerprint: names[index] ?? '',
  }));
}
