import { expect, test } from 'vitest';
import { findBrowser } from '../../tasks/browser.mjs';
import { machineWith } from './machine.js';

const CHROME_ON_WINDOWS = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const EDGE_ON_WINDOWS = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

test.each([
  {
    name: 'Chromium before Chrome on PATH',
    machine: machineWith('linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'], {
      PATH: '/usr/bin',
    }),
    browser: '/usr/bin/chromium',
  },
  {
    name: 'Chrome where Windows installs it',
    machine: machineWith('win32', [CHROME_ON_WINDOWS, EDGE_ON_WINDOWS], {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    }),
    browser: CHROME_ON_WINDOWS,
  },
  {
    name: 'Edge, which every Windows has',
    machine: machineWith('win32', [EDGE_ON_WINDOWS], {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    }),
    browser: EDGE_ON_WINDOWS,
  },
  {
    name: 'Chrome among the applications of a Mac',
    machine: machineWith('darwin', [CHROME_ON_MAC], { PATH: '/usr/bin' }),
    browser: CHROME_ON_MAC,
  },
  {
    name: 'the one that FLAGLAB_BROWSER names before all others',
    machine: machineWith('linux', ['/usr/bin/chromium', '/mine/chrome'], {
      PATH: '/usr/bin',
      FLAGLAB_BROWSER: '/mine/chrome',
    }),
    browser: '/mine/chrome',
  },
])('finds $name', ({ machine, browser }) => {
  expect(findBrowser(machine)).toBe(browser);
});

test('finds none where there is none', () => {
  expect(findBrowser(machineWith('linux', [], { PATH: '/usr/bin' }))).toBeUndefined();
});

test('says so when FLAGLAB_BROWSER names no file', () => {
  const machine = machineWith('linux', [], { FLAGLAB_BROWSER: '/gone' });
  expect(() => findBrowser(machine)).toThrow('FLAGLAB_BROWSER names /gone, which is no file');
});
