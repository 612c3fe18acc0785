import { expect, test } from 'vitest';
import { userCacheFolder } from '../../../../src/platform/node/userCacheFolder';

/** XDG base directory specification; Apple's file system guide; Microsoft's known folder `FOLDERID_LocalAppData`. */
test.each<[NodeJS.Platform, Record<string, string>, string, string]>([
  ['linux', {}, '/home/ada', '/home/ada/.cache/flaglab'],
  ['linux', { XDG_CACHE_HOME: '/var/cache/ada' }, '/home/ada', '/var/cache/ada/flaglab'],
  ['linux', { XDG_CACHE_HOME: 'relative' }, '/home/ada', '/home/ada/.cache/flaglab'],
  ['linux', { XDG_CACHE_HOME: '' }, '/home/ada', '/home/ada/.cache/flaglab'],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Caches/flaglab'],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Local\\flaglab',
  ],
  ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Local\\flaglab'],
])('on %s with %j', (platform, env, home, folder) => {
  expect(userCacheFolder({ platform, env, home })).toBe(folder);
});
