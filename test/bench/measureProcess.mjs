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

const ticksPerSecond = 100;

/**
 * Processor time of a process and of those it started and waited for; 0 where the machine does not tell.
 *
 * @param {number | undefined} id
 */
function processorSeconds(id) {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // utime, stime, cutime, cstime. Source: proc(5).
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return ticks / ticksPerSecond;
  } catch {
    return 0;
  }
}

/**
 * Runs a program, throws away what it prints, and tells how long it took from start to end, how much processor time
 * that was (which other work on the machine changes little), and how much memory it had at most. Rejects if it cannot be started; its exit code is not looked at.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ seconds: number, processorSeconds: number, peakBytes: number }>}
 */
export function measured(program, args) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: 'ignore' });
    let peakBytes = 0;
    let spent = 0;
    const timer = setInterval(() => {
      spent = Math.max(spent, processorSeconds(child.pid));
      peakBytes = Math.max(peakBytes, peakMemory(child.pid));
    }, 10);
    child.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on('exit', () => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      resolve({ seconds, processorSeconds: spent, peakBytes });
    });
  });
}
