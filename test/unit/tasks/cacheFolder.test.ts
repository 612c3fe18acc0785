import { expect, test } from 'vitest';
import { cacheFolder } from '../../tasks/cacheFolder.mjs';

test.each([
  { platform: 'linux', env: {}, home: '/home/ada', folder: '/home/ada/.cache/flaglab' },
  { platform: 'linux', env: { XDG_CACHE_HOME: '/c' }, home: '/home/ada', folder: '/c/flaglab' },
  { platform: 'linux', env: { FLAGLAB_CACHE: '/mine' }, home: '/home/ada', folder: '/mine' },
  { platform: 'darwin', env: {}, home: '/Users/ada', folder: '/Users/ada/Library/Caches/flaglab' },
  {
    platform: 'win32',
    env: { LOCALAPPDATA: 'C:\\Users\\Ada L\\AppData\\Local' },
    home: 'C:\\Users\\Ada L',
    folder: 'C:\\Users\\Ada L\\AppData\\Local\\flaglab',
  },
  {
    platform: 'win32',
    env: {},
    home: 'C:\\Users\\ada',
    folder: 'C:\\Users\\ada\\AppData\\Local\\flaglab',
  },
  { platform: 'win32', env: { FLAGLAB_CACHE: 'D:\\f' }, home: 'C:\\Users\\ada', folder: 'D:\\f' },
] as const)('the cache of $platform with $env is $folder', ({ platform, env, home, folder }) => {
  expect(cacheFolder({ platform, env, home })).toBe(folder);
});
