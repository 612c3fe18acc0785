import path from 'node:path';
import { expect, test } from 'vitest';
import { parseStartOptions } from '../../tasks/startOptions.mjs';

test('nothing said: the example, the usual port, a browser', () => {
  expect(parseStartOptions([], '/home/ada')).toEqual({
    folder: undefined,
    desktop: false,
    open: true,
    port: undefined,
  });
});

test.each([
  {
    rules: path.posix,
    from: '/home/ada/flaglab',
    typed: '../my-repo',
    folder: '/home/ada/my-repo',
  },
  { rules: path.posix, from: '/home/ada', typed: '/srv/a b', folder: '/srv/a b' },
  { rules: path.win32, from: 'C:\\src\\flaglab', typed: '..\\my repo', folder: 'C:\\src\\my repo' },
  { rules: path.win32, from: 'C:\\src\\flaglab', typed: '../shop', folder: 'C:\\src\\shop' },
  { rules: path.win32, from: 'C:\\src', typed: 'D:\\shop', folder: 'D:\\shop' },
])('$typed from $from is $folder', ({ rules, from, typed, folder }) => {
  expect(parseStartOptions([typed, '--no-open'], from, rules)).toMatchObject({
    folder,
    open: false,
  });
});

test.each([
  { argv: ['--port', '0'], problem: '--port 0 is no port' },
  { argv: ['--port', 'x'], problem: '--port x is no port' },
  { argv: ['a', 'b'], problem: 'Only one folder can be opened' },
  { argv: ['--dekstop'], problem: "Unknown option '--dekstop'" },
  { argv: ['--help'], problem: 'Usage: npm start' },
])('$argv: $problem', ({ argv, problem }) => {
  expect(() => parseStartOptions(argv, '/home/ada')).toThrow(problem);
});
