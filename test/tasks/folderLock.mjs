import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A holder touches its lock this often; one not touched for `STALE_MS` is taken over. */
const HEARTBEAT_MS = 5_000;
const STALE_MS = 60_000;
const POLL_MS = 250;

/**
 * Does some work while no other process on this machine does work under the same lock. The lock is
 * a folder (made in one step on every file system) that names its holder's process; it is stale when
 * that process is gone or no longer touches it.
 *
 * @template T
 * @param {string} lockFolder absolute path
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once if another process holds the lock
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockFolder, work, onWait = () => {}) {
  await acquire(lockFolder, onWait);
  const heartbeat = setInterval(() => void touch(lockFolder), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockFolder, { recursive: true, force: true });
  }
}

/**
 * @param {string} lockFolder
 * @param {() => void} onWait
 */
async function acquire(lockFolder, onWait) {
  await mkdir(path.dirname(lockFolder), { recursive: true });
  let hasWaited = false;
  while (!(await tryAcquire(lockFolder))) {
    if (await isStale(lockFolder)) {
      await breakLock(lockFolder);
      continue;
    }
    if (!hasWaited) onWait();
    hasWaited = true;
    await sleep(POLL_MS);
  }
}

/** @param {string} lockFolder */
async function tryAcquire(lockFolder) {
  try {
    await mkdir(lockFolder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(holderFile(lockFolder), `${os.hostname()} ${process.pid}\n`);
  return true;
}

/** @param {string} lockFolder */
async function isStale(lockFolder) {
  try {
    const { mtimeMs } = await stat(lockFolder);
    if (Date.now() - mtimeMs > STALE_MS) return true;
    const [host, pid] = (await readFile(holderFile(lockFolder), 'utf8')).trim().split(' ');
    return host === os.hostname() && !isAlive(Number(pid));
  } catch {
    // Released, or taken a moment ago and not yet named: look again.
    return false;
  }
}

/**
 * Moves the stale lock away in one step, so that of two processes only one succeeds.
 *
 * @param {string} lockFolder
 */
async function breakLock(lockFolder) {
  const aside = `${lockFolder}.stale-${process.pid}-${Date.now()}`;
  await rename(lockFolder, aside).catch(() => {});
  await rm(aside, { recursive: true, force: true });
}

/** @param {string} lockFolder */
async function touch(lockFolder) {
  const now = new Date();
  await utimes(lockFolder, now, now).catch(() => {});
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} lockFolder */
function holderFile(lockFolder) {
  return path.join(lockFolder, 'holder');
}
