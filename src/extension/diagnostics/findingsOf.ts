import type { FlagFinding } from '../../core/model/flagFinding';
import { readSetting } from '../readSetting';
import { settings } from '../settings';
import { uriBelow } from '../workspace/folderPaths';
import type { FolderIndex } from '../workspace/folderIndex';
import { knownFindings } from './knownFindings';

/** What is to be said about the flags of a folder. Whether it is told, and of undefined ones how loudly, are settings. */
export function findingsOf({ index, folder }: FolderIndex): readonly FlagFinding[] {
  if (!index) return [];
  const { flags } = index.snapshot();
  const languages = new Map(
    flags.flatMap(({ reads }) => reads.map(({ file, language }) => [file, language] as const)),
  );
  return knownFindings(flags).flatMap((finding) => {
    const languageId = languages.get(finding.file);
    const uri = uriBelow(folder.uri, finding.file);
    const place = languageId === undefined ? uri : { uri, languageId };
    if (finding.code !== 'undefined-flag') {
      return readSetting(settings.differences, place) ? [finding] : [];
    }
    const level = readSetting(settings.undefinedFlags, place);
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
}
