import { pathMatcher, type PathMatcher } from './pathMatcher';

/** Folders that hold no source of the project itself: packages, version control, what tools write. */
const neverEntered: ReadonlySet<string> = new Set([
  '.cache',
  '.git',
  '.gradle',
  '.hg',
  '.next',
  '.nuxt',
  '.nyc_output',
  '.output',
  '.pnpm-store',
  '.svelte-kit',
  '.svn',
  '.turbo',
  '.venv',
  '.vercel',
  '.vscode-test',
  '.yarn',
  '__pycache__',
  'bower_components',
  'build',
  'coverage',
  'dist',
  'node_modules',
  'out',
  'storybook-static',
  'target',
]);

/** Which files of a workspace folder are read, in the language of `.gitignore`. */
export interface IgnoreRules {
  /** Takes in the text of a folder's own `.gitignore` (`''` for the root). */
  addGitignore(folder: string, text: string): void;
  /** Whether a folder is passed over; the folders around it are taken to be entered. */
  ignoresFolder(folder: string): boolean;
  /** Whether a file is passed over, the folders around it included. */
  ignoresFile(file: string): boolean;
}

/** Patterns of `flaglab.yaml`. An empty or missing `include` means everything. */
export interface IgnorePatterns {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

function ancestors(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Makes the rules of one workspace folder. */
export function createIgnoreRules({ include = [], exclude = [] }: IgnorePatterns): IgnoreRules {
  const included = include.length > 0 ? pathMatcher(include) : null;
  const excluded = pathMatcher(exclude);
  const gitignores = new Map<string, PathMatcher>();

  /** A folder's rules win over those of the folders around it. */
  function isGitignored(path: string): boolean {
    let isIgnored = false;
    for (const folder of ['', ...ancestors(path)]) {
      const rules = gitignores.get(folder);
      if (!rules) continue;
      const relative = folder === '' ? path : path.slice(folder.length + 1);
      const { ignored, unignored } = rules.test(relative);
      if (ignored) isIgnored = true;
      if (unignored) isIgnored = false;
    }
    return isIgnored;
  }

  /** Folders are asked about for each of their files. */
  const known = new Map<string, boolean>();

  function ignoresFolder(folder: string): boolean {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const path = `${folder}/`;
    const ignores = neverEntered.has(name) || excluded.ignores(path) || isGitignored(path);
    known.set(folder, ignores);
    return ignores;
  }

  function ignoresFolderOf(file: string): boolean {
    const end = file.lastIndexOf('/');
    if (end < 0) return false;
    const folder = file.slice(0, end);
    return ignoresFolderOf(folder) || ignoresFolder(folder);
  }

  return {
    addGitignore: (folder, text) => {
      gitignores.set(folder, pathMatcher(text));
      known.clear();
    },
    ignoresFolder,
    ignoresFile(file) {
      if (ignoresFolderOf(file)) return true;
      if (included && !included.ignores(file)) return true;
      return excluded.ignores(file) || isGitignored(file);
    },
  };
}
