import path from 'node:path';
import { expect, test } from 'vitest';
import { runExtensionTests } from '../driver/runExtensionTests';
const root = path.resolve(import.meta.dirname, '../../..');
test('suite', async () => {
  const { KIND = 'desktop', SUITE = 'shop', WS = 'shop', TRUSTED } = process.env;
  const result = await runExtensionTests({
    kind: KIND as 'desktop',
    extension: { developmentPath: root },
    ...(WS ? { workspace: path.join(root, 'test/workspaces', WS) } : {}),
    suite: path.join(root, 'test/host/suite', SUITE),
    ...(TRUSTED ? { trusted: false } : {}),
  });
  for (const f of result.failures) console.log('FAIL', f.title, '\n', f.message?.slice(0, 900));
  console.log((result as any).lines ?? '');
  console.log(result.passed, 'passed', result.failed, 'failed');
  expect(result.failed).toBe(0);
}, 600_000);
