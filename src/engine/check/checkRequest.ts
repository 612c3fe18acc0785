import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { DefinitionPast, LastMention } from '../../core/model/flagHistory';
import type { Settings } from '../../core/settings/settingsSchema';
import type { FactsReader } from '../factsReader';
import type { VersionsByFile } from '../history/definitionPasts';
import type { Git } from '../history/gitRunner';
import type { HistoryCache } from '../history/historyCache';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { IndexSnapshot } from '../workspaceIndex';
import type { KeyMentions } from './keyMentions';

/** The history of a folder, as far as its host can give it. */
export interface FolderHistory {
  readonly git: Git;
  /** Absolute path of the folder. */
  readonly root: string;
  readonly trusted: boolean;
  readonly cache: HistoryCache;
  /** The commit that history ends with; the present one unless given. */
  readonly at?: string;
}

export interface CheckRequest {
  readonly files: WorkspaceFiles;
  readonly snapshot: IndexSnapshot;
  /** All files of the folder that are not ignored. */
  readonly listed: readonly string[];
  readonly settings: Settings;
  readonly factsReader: FactsReader;
  /** The day of the verdicts: `2027-03-01`. */
  readonly now: string;
  /** Null where the host has none, as in a browser. */
  readonly history: FolderHistory | null;
  /** Version of Flaglab: what other versions have kept between runs does not count. */
  readonly version: string;
  /** Whether the history of source files is searched for reads that went: it takes long. True unless given. */
  readonly looksForLastReads?: boolean;
  /** Who looks for mentions, where what was found is kept. */
  readonly mentions?: KeyMentions;
  /** What is known from another moment of the folder; everything is looked at unless given. */
  readonly known?: KnownBefore;
}

/** What need not be looked at, as it is known from another moment of the folder. */
export interface KnownBefore {
  /** Only flags with these keys are asked about. */
  readonly keys: ReadonlySet<string>;
  /** Null where it has to be looked for. */
  pastOf(definition: FlagDefinition): DefinitionPast | null;
  /** Null where it has to be looked for. */
  lastMentionOf(key: string): LastMention | null;
}

/** What was found about flags on the way to their verdicts: another moment may be judged by it. */
export interface LookedAt {
  /** The commit that history ends with; null where there is none. */
  readonly head: string | null;
  readonly pasts: ReadonlyMap<FlagDefinition, DefinitionPast>;
  /** Versions of definition files by present path, as far as they were read. */
  readonly versions: VersionsByFile;
  /** Of keys that nothing mentions any more. */
  readonly lastMentions: ReadonlyMap<string, LastMention>;
}
