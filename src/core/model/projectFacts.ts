/** An import alias: a pattern with at most one `*`, and what it may stand for, relative to the scanned root. */
export interface ModuleAlias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** What a project file (`package.json`, `tsconfig.json`, `go.mod`) says about the meaning of module names. */
export interface ProjectFacts {
  /** Name of the package in this folder; null where the file names none. */
  readonly packageName: string | null;
  /** What the package's own name means: paths relative to the scanned root, the likeliest first. */
  readonly entries: readonly string[];
  /** Aliases that hold in this folder and below. */
  readonly aliases: readonly ModuleAlias[];
  /** Folder that names which are not relative start from; null where there is none. */
  readonly baseFolder: string | null;
  /** Another such file whose aliases hold too, without certainty about its ending. */
  readonly extends: string | null;
  /** What the paths of Go packages in this folder and below begin with. */
  readonly goModule?: string;
}
