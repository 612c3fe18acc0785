import { expect, test } from 'vitest';
import { findInstalledCode } from '../../tasks/startDesktopWindow.mjs';
import { machineWith } from './machine.js';

const IN_APPLICATIONS = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';

test.each([
  {
    name: 'on PATH',
    machine: machineWith('linux', ['/usr/bin/code'], { PATH: '/usr/bin' }),
    code: '/usr/bin/code',
  },
  {
    name: 'among the applications of a Mac',
    machine: machineWith('darwin', [IN_APPLICATIONS], { PATH: '/usr/bin' }),
    code: IN_APPLICATIONS,
  },
  { name: 'nowhere', machine: machineWith('win32', [], { PATH: 'C:\\' }), code: undefined },
])('VS Code is found $name', ({ machine, code }) => {
  expect(findInstalledCode(machine)).toBe(code);
});
