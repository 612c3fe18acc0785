import { knownInWords } from '../../core/flags/describe/describeKnown';
import { flagFindings } from '../../core/flags/findings/registry';
import { valueInWords } from '../../core/flags/describe/valueInWords';
import type { FileDiagnostic } from '../../core/model/diagnostic';
import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';
import { countOf } from '../../core/report/countOf';
import type { IndexSnapshot } from '../../engine/workspaceIndex';
import { locationOf } from '../places';
import type { ScannedFolder } from './scannedFolder';

function defaultInWords({ default: given }: FlagRead): string {
  if (given === null) return 'no default';
  return `default ${given.kind === 'literal' ? valueInWords(given.value) : given.text}`;
}

function readLine(read: FlagRead): string {
  const via = read.via.map(({ name }) => name).join(', ');
  const details = [
    read.call,
    defaultInWords(read),
    via && `via ${via}`,
    read.context === 'test' && 'in a test',
  ];
  return `  read     ${locationOf(read.file, read.span)}  ${details.filter(Boolean).join(', ')}`;
}

function flagLines(flag: Flag): readonly string[] {
  const [known = ''] = knownInWords({ flag, read: null });
  const scope = flag.scope === '.' ? '' : ` (${flag.scope})`;
  return [
    `${flag.key}${scope}: ${known}`,
    ...flag.definitions.map(
      ({ file, keySpan, format }) => `  defined  ${locationOf(file, keySpan)}  ${format}`,
    ),
    ...flag.reads.map(readLine),
    '',
  ];
}

function summaryLine({ files, flags, unresolved, diagnostics }: IndexSnapshot): string {
  const reads = flags.reduce((sum, flag) => sum + flag.reads.length, 0);
  const parts = [
    countOf(flags.length, 'flag'),
    countOf(reads, 'read'),
    unresolved.length > 0 && `${unresolved.length} unresolved`,
    diagnostics.length > 0 && countOf(diagnostics.length, 'message'),
  ];
  const skipped = files.skipped.length > 0 ? `, ${files.skipped.length} skipped` : '';
  return `${parts.filter(Boolean).join(', ')} in ${countOf(files.scanned, 'file')}${skipped}.`;
}

/** Names come from the scanned files: nothing in them may steer a terminal. */
function withoutControls(line: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that are meant
  return line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function messageLine({ file, span, severity, message }: FileDiagnostic): string {
  return `${locationOf(file, span)}  ${severity}: ${message}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function folderLines(snapshot: IndexSnapshot): readonly string[] {
  return [
    ...snapshot.flags.flatMap((flag) => flagLines(flag)),
    ...section(
      'Not resolved:',
      snapshot.unresolved.map(
        ({ file, span, call, reason }) => `${locationOf(file, span)}  ${call}: ${reason}`,
      ),
    ),
    ...section('Findings:', flagFindings(snapshot.flags).map(messageLine)),
    ...section('Messages:', snapshot.diagnostics.map(messageLine)),
    ...section(
      'Skipped:',
      snapshot.files.skipped.map(({ file, reason }) => `${file}  ${reason}`),
    ),
    summaryLine(snapshot),
  ];
}

/** The report of `flaglab scan` for people. Of several folders each has its own, under its name. */
export function scanText(scanned: readonly ScannedFolder[]): string {
  const [first] = scanned;
  const lines =
    first && scanned.length === 1
      ? folderLines(first.snapshot)
      : scanned.flatMap(({ root, snapshot }, index) => [
          ...(index > 0 ? [''] : []),
          `# ${root}`,
          '',
          ...folderLines(snapshot),
        ]);
  return `${lines.map(withoutControls).join('\n')}\n`;
}
