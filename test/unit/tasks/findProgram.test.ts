import { expect, test } from 'vitest';
import { findOnPath } from '../../tasks/findProgram.mjs';
import { machineWith } from './machine.js';

test('a program is found in the first folder of PATH that has it', () => {
  const machine = machineWith('linux', ['/opt/bin/code', '/usr/bin/code'], {
    PATH: '/usr/local/bin:/opt/bin:/usr/bin',
  });
  expect(findOnPath('code', machine)).toBe('/opt/bin/code');
});

test('Windows tries its endings, in folders with spaces and under either name of PATH', () => {
  const file = 'C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd';
  const machine = machineWith('win32', [file], {
    Path: 'C:\\Windows;C:\\Program Files\\Microsoft VS Code\\bin',
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
  });
  expect(findOnPath('code', machine)).toBe(file);
});

test('what is on no PATH is not found', () => {
  expect(findOnPath('code', machineWith('linux', ['/usr/bin/code'], {}))).toBeUndefined();
});
