import { describe, expect, test } from 'vitest';
import { findProgram } from '../../../../src/platform/node/findProgram';

interface Row {
  readonly name: string;
  readonly platform: NodeJS.Platform;
  readonly env: Record<string, string>;
  readonly files: readonly string[];
  readonly found: string | null;
}

const rows: readonly Row[] = [
  {
    name: 'the first folder that has it wins',
    platform: 'linux',
    env: { PATH: '/opt/bin:/usr/bin' },
    files: ['/usr/bin/git'],
    found: '/usr/bin/git',
  },
  {
    name: 'relative entries and the empty one (the current folder) are passed over',
    platform: 'linux',
    env: { PATH: ':.:bin:/usr/bin' },
    files: ['git', './git', 'bin/git'],
    found: null,
  },
  {
    name: 'on Windows only .exe is taken, from absolute folders, quotes or not',
    platform: 'win32',
    env: { Path: '.;C:\\tools;"C:\\Program Files\\Git\\cmd"' },
    files: ['git.exe', '.\\git.exe', 'C:\\tools\\git.bat', 'C:\\Program Files\\Git\\cmd\\git.exe'],
    found: 'C:\\Program Files\\Git\\cmd\\git.exe',
  },
  { name: 'no PATH, no program', platform: 'linux', env: {}, files: ['/git'], found: null },
];

describe('findProgram', () => {
  test.each(rows)('$name', ({ platform, env, files, found }) => {
    const isFile = (file: string) => files.includes(file);
    expect(findProgram({ name: 'git', platform, env, isFile })).toBe(found);
  });
});
