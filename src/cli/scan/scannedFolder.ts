import type { IndexSnapshot } from '../../engine/workspaceIndex';

/** What was found in one of the folders that a scan was asked for. */
export interface ScannedFolder {
  /** As the user gave it, `/` between folders. */
  readonly root: string;
  readonly snapshot: IndexSnapshot;
}
