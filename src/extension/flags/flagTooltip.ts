import * as vscode from 'vscode';
import { knownInWords } from '../../core/flags/describe/describeKnown';
import { describeRollout } from '../../core/flags/describe/describeRollout';
import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';
import type { FlagVerdict } from '../../core/model/flagVerdict';
import { verdictWords } from '../../core/report/check/verdictWords';

function countReads({ reads }: Flag): string {
  const files = new Set(reads.map(({ file }) => file)).size;
  if (reads.length === 1) return vscode.l10n.t('Read once');
  if (files === 1) return vscode.l10n.t('Read {0} times, in one file', reads.length);
  return vscode.l10n.t('Read {0} times, in {1} files', reads.length, files);
}

function viaLine(read: FlagRead): readonly string[] {
  if (read.via.length === 0) return [];
  const steps = read.via.map(({ name, file }) => (file === read.file ? name : `${name} (${file})`));
  return [vscode.l10n.t('Key or client by way of {0}', steps.join(', '))];
}

function verdictLines(verdict: FlagVerdict | null): readonly string[] {
  if (!verdict || (verdict.reasons.length === 0 && verdict.blockers.length === 0)) return [];
  const words = verdictWords(verdict);
  return [
    words.charAt(0).toUpperCase() + words.slice(1),
    ...verdict.reasons.map(({ message }) => message),
    ...verdict.blockers.map(({ message }) => vscode.l10n.t('Blocked: {0}', message)),
  ];
}

/** All that is known of a flag, a line each. */
export function flagTooltip(flag: Flag, read: FlagRead | null, verdict: FlagVerdict | null) {
  const definitions = flag.definitions.map(
    (definition) => `${definition.file}: ${describeRollout(definition).full}`,
  );
  const [known = ''] = knownInWords({ flag, read });
  const description = flag.definitions.find(({ description }) => description)?.description;
  return [
    flag.key,
    ...(description ? [description] : []),
    ...(definitions.length > 0 ? definitions : [known]),
    ...(flag.reads.length > 0 ? [countReads(flag)] : []),
    ...(read ? viaLine(read) : []),
    ...verdictLines(verdict),
  ].join('\n');
}
