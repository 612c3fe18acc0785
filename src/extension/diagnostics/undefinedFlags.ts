import * as vscode from 'vscode';
import type { FileDiagnostic } from '../../core/model/diagnostic';
import type { FlagRead } from '../../core/model/flagRead';
import { closestWord } from '../../core/schema/closestWord';
import { expectedIn } from '../../core/flags/describe/expectedIn';
import { readSetting } from '../readSetting';
import { settings } from '../settings';
import { uriBelow } from '../workspace/folderPaths';
import type { FolderIndex } from '../workspace/folderIndex';

function messageOf(read: FlagRead, files: readonly string[], suggestion: string | null) {
  const [file = ''] = files;
  const missing =
    files.length === 1
      ? vscode.l10n.t('“{0}” is not defined in {1}.', read.key, file)
      : vscode.l10n.t(
          '“{0}” is not defined in {1} or {2} more files.',
          read.key,
          file,
          files.length - 1,
        );
  if (suggestion === null) return missing;
  return `${missing} ${vscode.l10n.t('Did you mean “{0}”?', suggestion)}`;
}

/** Reads whose flag is missing from the definition files that should hold it. */
export function undefinedFlags(folder: FolderIndex): readonly FileDiagnostic[] {
  const { index } = folder;
  if (!index) return [];
  const { flags } = index.snapshot();
  const keysIn = (files: readonly string[]) =>
    flags
      .filter(({ definitions }) => definitions.some(({ file }) => files.includes(file)))
      .map(({ key }) => key);
  return flags
    .filter(({ definitions }) => definitions.length === 0)
    .flatMap((flag) => flag.reads.map((read) => ({ read, files: expectedIn(flag, read) })))
    .flatMap(({ read, files }) => {
      const level = readSetting(settings.undefinedFlags, {
        uri: uriBelow(folder.folder.uri, read.file),
        languageId: read.language,
      });
      if (files.length === 0 || level === 'off') return [];
      const suggestion = closestWord(read.key, keysIn(files));
      return {
        file: read.file,
        code: 'undefined-flag',
        severity: level,
        message: messageOf(read, files, suggestion),
        span: read.keySpan ?? read.span,
      };
    });
}
