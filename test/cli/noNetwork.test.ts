import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectPath } from '../house/projectFiles';

const run = promisify(execFile);
const cli = projectPath('dist/cli.js');
const shop = projectPath('test/workspaces/shop');
const plan = path.join(shop, 'experiments/new_search.experiment.yaml');

/** Every command, on real input. */
const commands: readonly (readonly string[])[] = [
  ['scan', shop, '--format', 'json'],
  ['size', plan, '--format', 'json'],
  ['simulate', plan, '--runs', '1000', '--seed', '1', '--format', 'json'],
];

/** Replaces every way out of a Node process by one that ends it with exit code 97. */
const trap = `
  const refuse = (name) => () => { process.stderr.write('network: ' + name); process.exit(97); };
  const net = require('node:net'), dgram = require('node:dgram'), dns = require('node:dns'), tls = require('node:tls');
  net.Socket.prototype.connect = refuse('net'); net.Server.prototype.listen = refuse('listen');
  tls.connect = refuse('tls'); dgram.createSocket = refuse('dgram'); dns.lookup = refuse('dns');
  globalThis.fetch = refuse('fetch'); globalThis.WebSocket = refuse('WebSocket');`;

/** A command that fails proves nothing: only a missing strace is put in other words. */
function explainMissingStrace(error: { code?: unknown }): never {
  if (error.code !== 'ENOENT') throw error;
  throw new Error('strace is not there. Paste: sudo apt-get install -y strace');
}

describe('the command line reaches no network', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'flaglab-network-'));
    await writeFile(path.join(folder, 'trap.cjs'), trap);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function runTrapped(script: readonly string[]): Promise<number> {
    try {
      await run(process.execPath, ['--require', path.join(folder, 'trap.cjs'), ...script], {
        maxBuffer: 1e8,
      });
      return 0;
    } catch (error) {
      return (error as { code: number }).code;
    }
  }

  test.each(commands)('%s %s, with every way out trapped', async (...argv) => {
    expect(await runTrapped([cli, ...argv])).toBe(0);
  });

  test('the trap itself works', async () => {
    expect(await runTrapped(['-e', `require('node:http').get('http://127.0.0.1:9')`])).toBe(97);
    expect(await runTrapped(['-e', `fetch('http://127.0.0.1:9')`])).toBe(97);
  });

  // strace is Linux's; elsewhere the trap above is what there is.
  describe.runIf(process.platform === 'linux')('as the kernel sees it', () => {
    async function connectsOf(script: readonly string[]): Promise<readonly string[]> {
      const log = path.join(folder, 'strace.log');
      const strace = [
        '-f',
        '-qq',
        '-e',
        'trace=connect,bind,sendto,sendmsg',
        '-o',
        log,
        process.execPath,
      ];
      await run('strace', [...strace, ...script], { maxBuffer: 1e8 }).catch(explainMissingStrace);
      const lines = (await readFile(log, 'utf8')).split('\n');
      return lines.filter((line) => /sa_family=AF_(INET|INET6)/.test(line));
    }

    test.each(commands)('%s %s connects to nothing', async (...argv) => {
      expect(await connectsOf([cli, ...argv])).toEqual([]);
    });

    test('a connect would be seen', async () => {
      const script = `require('node:net').connect(9, '127.0.0.1').on('error', () => {})`;
      expect(await connectsOf(['-e', script])).not.toEqual([]);
    });
  });
});
