import path from 'node:path';

export interface ProgramSearch {
  /** `git`, without a path. */
  readonly name: string;
  readonly platform: NodeJS.Platform;
  /** As in `process.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isFile: (file: string) => boolean;
}

function variable(env: ProgramSearch['env'], name: string): string {
  const key = Object.keys(env).find((candidate) => candidate.toUpperCase() === name);
  return (key === undefined ? undefined : env[key]) ?? '';
}

/**
 * Absolute path of a program on PATH, or null. Relative entries of PATH are passed over, and so is the current
 * folder, which Windows would search first: a repository must not bring its own `git.exe`.
 */
export function findProgram({ name, platform, env, isFile }: ProgramSearch): string | null {
  const windows = platform === 'win32';
  const paths = windows ? path.win32 : path.posix;
  const fileName = windows ? `${name}.exe` : name;
  for (const folder of variable(env, 'PATH').split(paths.delimiter)) {
    const bare = windows ? folder.replaceAll('"', '') : folder;
    if (!paths.isAbsolute(bare)) continue;
    const file = paths.join(bare, fileName);
    if (isFile(file)) return file;
  }
  return null;
}
