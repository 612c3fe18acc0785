import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { startServer } from '../../tasks/serverProcess.mjs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createCleanUp } from './cleanUp.js';
import { electronArguments } from './electronArguments.js';
import { electronDownload, prepareElectronFolders } from './electronFolders.js';
import { WORKBENCH_TIMEOUT_MS, type LaunchedHost, type LaunchOptions } from './launchedHost.js';
import { readLogs } from './readLogs.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { copyWorkspace } from './workspaceCopy.js';

/** A downloaded VS Code, driven over the debugging port of its window. */
export async function launchElectron(options: LaunchOptions): Promise<LaunchedHost> {
  const cleanUp = createCleanUp();
  try {
    const root = await makeTemporaryFolder('electron');
    cleanUp.add(() => removeFolder(root));
    const folders = await prepareElectronFolders(root, options);
    const workspace = options.workspace ? await copyWorkspace(options.workspace, root) : undefined;
    const running = await startServer({
      command: await downloadAndUnzipVSCode(electronDownload()),
      args: electronArguments({ options, folders, workspace, debuggingPort: 0 }),
      env: { ...options.env, ELECTRON_RUN_AS_NODE: undefined },
      ready: /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//,
      timeoutMs: WORKBENCH_TIMEOUT_MS,
    });
    cleanUp.add(() => running.stop());
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${running.ready[1]}`);
    cleanUp.add(() => browser.close());
    const page = await workbenchPage(browser);
    page.setDefaultTimeout(WORKBENCH_TIMEOUT_MS);
    await options.preparePage?.(page);
    return {
      page,
      url: page.url(),
      workspaceFolder: workspace?.folder,
      extensionHostLog: () => readLogs(path.join(folders.userData, 'logs'), 'exthost.log'),
      close: () => cleanUp.run(),
    };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

/** The window with the workbench; helper windows come and go beside it. */
async function workbenchPage(browser: Browser): Promise<Page> {
  const deadline = Date.now() + WORKBENCH_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const page of pages) {
      const workbench = page.locator('.monaco-workbench .statusbar-item').first();
      const isThere = await workbench.waitFor({ state: 'attached', timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return page;
    }
  }
  throw new Error('VS Code opened no workbench');
}
