import * as vscode from 'vscode';
import { knownInWords } from '../../core/flags/describe/describeKnown';
import { describeRollout } from '../../core/flags/describe/describeRollout';
import type { Flag } from '../../core/model/flag';
import type { FlagRead } from '../../core/model/flagRead';

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

/** All that is known of a flag, a line each. */
export function flagTooltip(flag: Flag, read: FlagRead | null) {
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
  ].join('\n');
}
