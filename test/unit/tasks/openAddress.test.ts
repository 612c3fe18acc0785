import { expect, test } from 'vitest';
import { openerCommand } from '../../tasks/openAddress.mjs';
import { machineWith } from './machine.js';

test.each([
  { machine: machineWith('darwin', []), opener: ['open'] },
  { machine: machineWith('win32', []), opener: ['rundll32', 'url.dll,FileProtocolHandler'] },
  {
    machine: machineWith('linux', ['/usr/bin/xdg-open'], { PATH: '/usr/bin', DISPLAY: ':0' }),
    opener: ['/usr/bin/xdg-open'],
  },
  { machine: machineWith('linux', ['/usr/bin/xdg-open'], { PATH: '/usr/bin' }), opener: undefined },
  { machine: machineWith('linux', [], { DISPLAY: ':0' }), opener: undefined },
])('$machine.platform with $machine.env: $opener', ({ machine, opener }) => {
  expect(openerCommand(machine)).toEqual(opener);
});
