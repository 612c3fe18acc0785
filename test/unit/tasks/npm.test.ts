import path from 'node:path';
import { expect, test } from 'vitest';
import { innerNpmEnvironment, npmCommand } from '../../tasks/npm.mjs';
import { machineWith } from './machine.js';

test('npm is the one that runs us, started without a shell', () => {
  const script = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
  const machine = machineWith('win32', [script], { npm_execpath: script });
  expect(npmCommand({ node: 'C:\\node.exe', machine })).toEqual({
    command: 'C:\\node.exe',
    args: [script],
  });
});

test('another package manager that runs us is not npm', () => {
  const machine = machineWith('linux', ['/yarn/bin/yarn.js', '/usr/bin/npm'], {
    npm_execpath: '/yarn/bin/yarn.js',
    PATH: '/usr/bin',
  });
  expect(npmCommand({ machine })).toEqual({ command: '/usr/bin/npm', args: [] });
});

test('without a script, npm on PATH is used, and without that the person is told', () => {
  const lib = path.posix.join(path.posix.dirname(process.execPath), '../lib/node_modules/npm');
  const beside = `${lib}/bin/npm-cli.js`;
  expect(npmCommand({ node: 'node', machine: machineWith('linux', [beside]) }).args).toEqual([
    beside,
  ]);
  expect(() => npmCommand({ machine: machineWith('linux', []) })).toThrow('npm was not found');
});

test('an npm inside npm keeps the proxy and the cache, not the outer package', () => {
  const env = {
    PATH: '/bin',
    npm_config_cache: '/c',
    npm_config_https_proxy: 'http://127.0.0.1:1',
    npm_config_local_prefix: '/outer',
    npm_config_omit: 'dev',
    npm_lifecycle_event: 'test',
    npm_package_name: 'outer',
  };
  expect(innerNpmEnvironment(env)).toEqual({
    PATH: '/bin',
    npm_config_cache: '/c',
    npm_config_https_proxy: 'http://127.0.0.1:1',
  });
});
