import { expect, test } from 'vitest';
import { installPermission, pasteLine } from '../../tasks/linuxPackages.mjs';
import { machineWith } from './machine.js';

const APT = ['/usr/bin/apt-get', '/usr/bin/sudo'];
const PATH = '/usr/bin';

test.each([
  { who: 'root', userId: 0, machine: machineWith('linux', APT, { PATH }), may: 'as-root' },
  {
    who: 'CI with sudo',
    userId: 1001,
    machine: machineWith('linux', APT, { PATH, CI: 'true' }),
    may: 'with-sudo',
  },
  {
    who: 'a person with sudo',
    userId: 1000,
    machine: machineWith('linux', APT, { PATH }),
    may: 'not-allowed',
  },
  {
    who: 'root without apt-get',
    userId: 0,
    machine: machineWith('linux', [], { PATH }),
    may: 'not-allowed',
  },
  {
    who: 'a Mac',
    userId: 501,
    machine: machineWith('darwin', APT, { PATH, CI: 'true' }),
    may: 'not-allowed',
  },
])('$who: $may', ({ machine, userId, may }) => {
  expect(installPermission({ machine, userId })).toBe(may);
});

test('the line to paste installs everything at once', () => {
  expect(pasteLine(['g++', 'make'])).toBe(
    'sudo apt-get update && sudo apt-get install -y g++ make',
  );
});
