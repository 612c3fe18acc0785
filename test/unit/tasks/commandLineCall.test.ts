import { expect, test } from 'vitest';
import { commandLineCall } from '../../tasks/commandLineCall.mjs';

test('a program is started as it is', () => {
  const call = commandLineCall('/usr/bin/code', ['a b'], { platform: 'linux', env: {} });
  expect(call).toEqual({ command: '/usr/bin/code', args: ['a b'], verbatim: false });
});

test('a .cmd file of Windows goes through cmd.exe with every part in quotes', () => {
  const env = { ComSpec: 'C:\\Windows\\system32\\cmd.exe' };
  const call = commandLineCall(
    'C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd',
    ['--user-data-dir', 'C:\\Users\\Ada & Co\\x'],
    { platform: 'win32', env },
  );
  expect(call).toEqual({
    command: env.ComSpec,
    args: [
      '/d',
      '/s',
      '/c',
      '""C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd" "--user-data-dir" "C:\\Users\\Ada & Co\\x""',
    ],
    verbatim: true,
  });
});

test('what cmd.exe would change is refused', () => {
  expect(() => commandLineCall('code.cmd', ['%PATH%'], { platform: 'win32', env: {} })).toThrow(
    'cmd.exe cannot be given %PATH%',
  );
});
