import type { FlagFinding } from '../../core/model/flagFinding';
import { readSetting } from '../readSetting';
import { settings } from '../settings';
import type { FlagVerdicts } from '../stale/flagVerdicts';
import { uriBelow } from '../workspace/folderPaths';
import type { FolderIndex } from '../workspace/folderIndex';
import { knownFindings } from './knownFindings';

/** What is to be said about the flags of a folder. Whether it is told, and of undefined ones how loudly, are settings. */
export function findingsOf(known: FolderIndex, verdicts: FlagVerdicts): readonly FlagFinding[] {
  const { index, folder } = known;
  if (!index) return [];
  const { flags } = index.snapshot();
  const languages = new Map(
    flags.flatMap(({ reads }) => reads.map(({ file, language }) => [file, language] as const)),
  );
  const kept = new Set(
    verdicts
      .all(known)
      .filter(({ blockers }) => blockers.some(({ rule }) => rule === 'blocked-by-keep'))
      .map(({ key, scope }) => JSON.stringify([key, scope])),
  );
  const told = knownFindings(flags).filter(
    ({ key, scope }) => !kept.has(JSON.stringify([key, scope])),
  );
  const placeOf = ({ file }: FlagFinding) => {
    const languageId = languages.get(file);
    const uri = uriBelow(folder.uri, file);
    return languageId === undefined ? uri : { uri, languageId };
  };
  const lives = verdicts.findings(known);
  return [
    ...told.flatMap((finding) => {
      if (finding.code !== 'undefined-flag')
        return readSetting(settings.differences, placeOf(finding)) ? [finding] : [];
      const level = readSetting(settings.undefinedFlags, placeOf(finding));
      return level === 'off' ? [] : [{ ...finding, severity: level }];
    }),
    ...lives.filter((finding) => readSetting(settings.stale, placeOf(finding))),
  ];
}
