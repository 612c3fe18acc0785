import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/**
 * Highest memory of a running process in bytes; 0 where the machine does not tell (it is read from `/proc`).
 *
 * @param {number | undefined} id
 */
function peakMemory(id) {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/**
 * Runs a program, throws away what it prints, and tells how long it took from start to end and how much memory it
 * had at most. Rejects if it cannot be started; its exit code is not looked at.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ seconds: number, peakBytes: number }>}
 */
export function measured(program, args) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: 'ignore' });
    let peakBytes = 0;
    const timer = setInterval(() => {
      peakBytes = Math.max(peakBytes, peakMemory(child.pid));
    }, 10);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('exit', () => {
      clearInterval(timer);
      resolve({ seconds: Number(process.hrtime.bigint() - started) / 1e9, peakBytes });
    });
  });
}
