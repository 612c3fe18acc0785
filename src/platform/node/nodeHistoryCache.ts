import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { HistoryCache } from '../../engine/history/historyCache';
import { userCacheFolder } from './userCacheFolder';

/** Keeps what git said of commits in the person's own cache folder; outside of every workspace. */
export function createNodeHistoryCache(
  folder = userCacheFolder({ platform: process.platform, env: process.env, home: homedir() }),
): HistoryCache {
  const fileOf = (name: string) =>
    path.join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 40)}.json`);
  return {
    read: (name) => readFile(fileOf(name), 'utf8').catch(() => null),
    async write(name, text) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = fileOf(name);
        const started = `${file}.${process.pid}`;
        await writeFile(started, text, { mode: 0o600 });
        await rename(started, file);
      } catch {
        // Without a cache everything is only slower.
      }
    },
  };
}
