import type { Machine } from '../../tasks/findProgram.mjs';

/** A machine of any operating system on which exactly these files exist. */
export function machineWith(
  platform: NodeJS.Platform,
  files: readonly string[],
  env: Record<string, string> = {},
): Machine {
  const lower = files.map((file) => file.toLowerCase());
  const isFile = (file: string) =>
    platform === 'win32' ? lower.includes(file.toLowerCase()) : files.includes(file);
  return { platform, env, isFile };
}
