import nodePath from 'node:path';

export interface CacheFolderSearch {
  readonly platform: NodeJS.Platform;
  /** As in `process.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where programs keep what they can make again, by the rules of each system: `XDG_CACHE_HOME`, `LOCALAPPDATA`, `Library/Caches`. */
export function userCacheFolder({ platform, env, home }: CacheFolderSearch): string {
  const paths = platform === 'win32' ? nodePath.win32 : nodePath.posix;
  const given = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  // The rules say that a relative path is to be passed over.
  if (given !== undefined && paths.isAbsolute(given)) return paths.join(given, 'flaglab');
  if (platform === 'win32') return paths.join(home, 'AppData', 'Local', 'flaglab');
  if (platform === 'darwin') return paths.join(home, 'Library', 'Caches', 'flaglab');
  return paths.join(home, '.cache', 'flaglab');
}
