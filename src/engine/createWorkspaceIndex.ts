import type { ScopeMapping } from '../core/flags/index/flagScopes';
import type { StatedWrapper } from '../core/flags/index/statedWrapper';
import { buildIndex } from './buildIndex';
import type { DefinitionPlacement } from './definitionPlacements';
import type { FactsCache } from './factsCache';
import type { FactsReader } from './factsReader';
import { followReaders } from './followReaders';
import { followReferences } from './followReferences';
import { createIndexState, type IndexState } from './indexState';
import { changeFile, removeFile } from './indexUpdates';
import { unfitText } from './unfitText';
import type { WorkspaceFiles } from './workspaceFiles';
import type { WorkspaceIndex } from './workspaceIndex';

/** What of `flaglab.yaml` decides which files are read, which scope they are in, and what definition files are for. */
export interface IndexSettings {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly scopes?: ScopeMapping;
  /** Functions of the project that read flags. */
  readonly wrappers?: readonly StatedWrapper[];
  readonly definitions?: readonly DefinitionPlacement[];
}

export interface WorkspaceIndexOptions {
  readonly files: WorkspaceFiles;
  readonly factsReader: FactsReader;
  readonly settings?: IndexSettings;
  /** Larger source and definition files are passed over without being read. 1 MB unless given. */
  readonly largestFile?: number;
  /** What is known of the files from before. */
  readonly cache?: FactsCache | undefined;
  /** Called between files: lets other work have its turn now and then. Without it only waiting for files does. */
  readonly giveWay?: () => Promise<void> | void;
}

const oneMegabyte = 1_000_000;

/**
 * The index of one workspace folder. A build that is cancelled changes nothing: what was known before stays.
 * Changes that arrive during a build are taken in when it ends.
 */
export function createWorkspaceIndex(options: WorkspaceIndexOptions): WorkspaceIndex {
  const { largestFile = oneMegabyte, giveWay = () => undefined } = options;
  const context = { ...options, largestFile, giveWay };
  let state: IndexState = createIndexState(options.settings);
  let isBuilding = false;
  let missed: ((state: IndexState) => Promise<void> | void)[] = [];

  /** Changes reach the state one after another, and once more the state that a running build will put in its place. */
  let queue: Promise<void> = Promise.resolve();

  async function change(apply: (state: IndexState) => Promise<void> | void): Promise<void> {
    if (isBuilding) missed.push(apply);
    const done = queue.then(() => apply(state));
    queue = done.catch(() => undefined);
    await done;
  }

  return {
    async build(onProgress, signal) {
      isBuilding = true;
      missed = [];
      try {
        const built = await buildIndex(context, onProgress, signal);
        if (!built) return false;
        for (const apply of missed) await apply(built);
        state = built;
        return true;
      } finally {
        isBuilding = false;
      }
    },
    update: (file, text) =>
      change(async (target) => {
        await changeFile(target, file, text, context);
        await followReferences(target, context);
        await followReaders(target, context);
      }),
    remove(file) {
      removeFile(state, file);
      if (isBuilding) missed.push((target) => removeFile(target, file));
    },
    snapshot() {
      const proposedWrappers = state.index.proposedWrappers();
      const found = { files: state.summary(), ...state.index.snapshot() };
      return proposedWrappers.length > 0 ? { ...found, proposedWrappers } : found;
    },
    listedFiles: () => [...state.listed.keys()].toSorted(),
    readsIn: (file) => state.index.readsIn(file),
    unresolvedIn: (file) => state.index.unresolvedIn(file),
    flagOf: (read) => state.index.flagOf(read),
    async readsOf(file, text) {
      if (unfitText(file, text) !== null || text.length > largestFile) return [];
      const facts = await options.factsReader.read(file, text);
      return facts ? state.index.readsOf(facts) : [];
    },
    scopesAround: (file) => state.index.scopesAround(file),
  };
}
