import { describe, expect, test } from 'vitest';
import { readMetafile, type BundleName } from './metafile';
import { readProjectFile } from './projectFiles';

const outputs: readonly (readonly [BundleName, string])[] = [
  ['extension.node', 'dist/extension.node.js'],
  ['extension.node.onFirstUse', 'dist/extension.node.onFirstUse.js'],
  ['extension.node.rollout', 'dist/extension.node.rollout.js'],
  ['extension.web', 'dist/extension.web.js'],
  ['indexing.node', 'dist/indexing.node.js'],
  ['indexing.web', 'dist/indexing.web.js'],
  ['simulation.node', 'dist/simulation.node.js'],
  ['cli', 'dist/cli.js'],
  ['worker', 'dist/webview/worker.js'],
  ['rollout.worker', 'dist/webview/rolloutWorker.js'],
];

const networkModules = /^(node:)?(net|tls|http|https|http2|dgram|dns|inspector|cluster)(\/|$)/;

/** A use of a network name as a free identifier: not a property, not a key, not inside a longer name. */
const networkName =
  /(?<![.\w$'"`-])(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)(?=\s*[(.])/;

describe('no byte leaves the machine', () => {
  test.each(outputs)('%s imports no network module', async (bundle) => {
    const { inputs } = await readMetafile(bundle);
    const found = Object.entries(inputs).flatMap(([file, { imports }]) =>
      imports
        .filter(({ path }) => networkModules.test(path))
        .map(({ path }) => `${file} imports ${path}`),
    );
    expect(found).toEqual([]);
  });

  test.each(outputs)('%s has no name to reach the network with', async (_bundle, file) => {
    expect(networkName.exec(await readProjectFile(file))?.[0]).toBeUndefined();
  });

  test('the search itself finds such a name', () => {
    expect(networkName.test('x=fetch("https://example.org")')).toBe(true);
    expect(networkName.test('new WebSocket("wss://example.org")')).toBe(true);
    expect(networkModules.test('node:https')).toBe(true);
  });
});
