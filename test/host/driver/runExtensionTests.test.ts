import { expect, test } from 'vitest';
import { hostKinds } from './hostKinds.js';
import { probe } from './probe.js';
import { runExtensionTests } from './runExtensionTests.js';

const extension = { developmentPath: probe.folder };

test.each(hostKinds())('%s: every test of a suite is run and counted', async (kind) => {
  const result = await runExtensionTests({
    kind,
    extension,
    workspace: probe.workspace,
    suite: probe.suite,
  });
  expect(result).toEqual({ passed: kind === 'web' ? 1 : 2, failed: 0, failures: [] });
});

test.each(hostKinds())('%s: a failure is noticed and named', async (kind) => {
  const result = await runExtensionTests({ kind, extension, suite: probe.failingSuite });
  expect(result).toMatchObject({
    passed: 1,
    failed: 1,
    failures: [
      {
        title: 'a suite › fails, as the driver must notice',
        message: expect.stringContaining('on purpose'),
      },
    ],
  });
});
