import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensurePackaged } from '../tasks/build.mjs';
import { hostKinds, nodeHostKinds } from './driver/hostKinds';
import type { HostOptions } from './driver/hostOptions';
import { runExtensionTests } from './driver/runExtensionTests';

const folder = (name: string) => path.join(import.meta.dirname, name);
const workspace = (name: string) => path.join(import.meta.dirname, '../workspaces', name);

let vsix: string;

beforeAll(async () => {
  vsix = await ensurePackaged();
});

async function passes(suite: string, options: Omit<HostOptions, 'extension'>): Promise<void> {
  const result = await runExtensionTests({
    ...options,
    extension: { vsix },
    suite: folder(`suite/${suite}`),
  });
  expect(result.failures).toEqual([]);
  expect(result.passed).toBeGreaterThan(0);
}

describe.each(hostKinds())('the extension in its host: %s', (kind) => {
  test('the example shop', () => passes('shop', { kind, workspace: workspace('shop') }));

  test('several workspace folders', () =>
    passes('twoRoots', { kind, workspace: workspace('two-roots/two.code-workspace') }));

  test('no folder', () => passes('empty', { kind }));
});

test.each(nodeHostKinds())('%s: a folder that is not trusted', (kind) =>
  passes('untrusted', { kind, workspace: workspace('shop'), trusted: false }),
);
