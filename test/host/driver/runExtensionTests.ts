import path from 'node:path';
import { AutomationRun } from './automationRun.js';
import { bundleSuite } from './bundleSuite.js';
import type { HostOptions } from './hostOptions.js';
import type { LaunchOptions } from './launchedHost.js';
import { runElectronTests } from './runElectronTests.js';
import { stageExtension } from './stageExtension.js';
import { launchHost } from './startHost.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { countTestLines, type ExtensionTestResult } from './testResult.js';

/** A host's options and the tests that run inside its extension host. */
export interface ExtensionTestOptions extends HostOptions {
  /** Absolute folder: every `*.test.ts` in it is run; `*.node.test.ts` not in the web host. */
  readonly suite: string;
  /** For the tests, once the window is there. Default: five minutes. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * Runs mocha tests inside the extension host of a real VS Code, beside the extension, and counts
 * them. A test that failed does not throw; a run that ended without a result is a failure in it.
 *
 * @example
 * const result = await runExtensionTests({ kind: 'web', workspace: shop, extension: { vsix }, suite });
 * expect(result).toMatchObject({ failed: 0, failures: [] });
 */
export async function runExtensionTests(
  options: ExtensionTestOptions,
): Promise<ExtensionTestResult> {
  const root = await makeTemporaryFolder('suite');
  try {
    const extension = path.join(root, 'extension');
    await stageExtension(options.extension, extension);
    const extensionTestsPath = path.join(extension, 'test-suite', 'index.js');
    const runsIn = options.kind === 'web' ? 'web-worker' : 'node';
    await bundleSuite({ suite: options.suite, runsIn, outfile: extensionTestsPath });
    const staged = { ...options, extension: { developmentPath: extension }, extensionTestsPath };
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    if (options.kind === 'electron') return await runElectronTests(staged, timeoutMs);
    return await runInBrowser(staged, timeoutMs);
  } finally {
    await removeFolder(root);
  }
}

/** Opens the window that runs the suite and waits for its end. */
async function runInBrowser(
  options: LaunchOptions,
  timeoutMs: number,
): Promise<ExtensionTestResult> {
  const run = new AutomationRun();
  const host = await launchHost({ ...options, preparePage: (page) => run.watch(page) });
  try {
    const exitCode = await run.waitForExit(timeoutMs);
    return countTestLines(run.lines, exitCode);
  } finally {
    await host.close();
  }
}
