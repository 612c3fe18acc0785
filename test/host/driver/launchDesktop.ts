import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureDesktopHost } from '../../tasks/ensure.mjs';
import { mustRun } from '../../tasks/runProgram.mjs';
import { createCleanUp } from './cleanUp.js';
import { desktopAddress } from './desktopAddress.js';
import { hostSettings } from './hostSettings.js';
import { newPage, openWorkbench, type LaunchedHost, type LaunchOptions } from './launchedHost.js';
import { openBrowser } from './openBrowser.js';
import { readLogs } from './readLogs.js';
import { startServer } from './serverProcess.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { copyWorkspace } from './workspaceCopy.js';

/** VS Code 1.139 as a server of its own, with its own user data and extensions. */
export async function launchDesktop(options: LaunchOptions): Promise<LaunchedHost> {
  const cleanUp = createCleanUp();
  try {
    const root = await makeTemporaryFolder('desktop');
    cleanUp.add(() => removeFolder(root));
    const server = await prepareServer(root, options);
    const running = await startServer(server.command);
    cleanUp.add(() => running.stop());
    const port = Number(running.ready[1]);
    const workspace = options.workspace && (await copyWorkspace(options.workspace, root));
    const url = desktopAddress({ port, options, workspace: workspace || undefined });
    const browser = await openBrowser(path.join(root, 'browser'));
    cleanUp.add(() => browser.close());
    const page = await newPage(browser, options);
    await openWorkbench(page, url);
    return {
      page,
      url,
      workspaceFolder: workspace ? workspace.folder : undefined,
      extensionHostLog: () => readLogs(path.join(server.data, 'data', 'logs'), 'remoteexthost.log'),
      close: () => cleanUp.run(),
    };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

/** Without a gallery the workbench does not ask the network for updates of its own extensions. */
const NO_GALLERY = '{}';

/** The switch that makes the server obey the payload of the address; it also hides all toasts. */
function payloadPermission(options: LaunchOptions): string[] {
  const needsPayload = options.extensionTestsPath || 'developmentPath' in options.extension;
  return needsPayload ? ['--enable-smoke-test-driver'] : [];
}

/** Writes the settings, installs the VSIX, and says how the server is started. */
async function prepareServer(root: string, options: LaunchOptions) {
  const { node, server } = await ensureDesktopHost();
  const data = path.join(root, 'server');
  const user = path.join(data, 'data', 'User');
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, 'settings.json'), JSON.stringify(hostSettings(options)));
  const folders = ['--server-data-dir', data, '--extensions-dir', path.join(root, 'extensions')];
  const license = '--accept-server-license-terms';
  if ('vsix' in options.extension) {
    const vsix = options.extension.vsix;
    await mustRun('Installing the VSIX', node, [server, '--install-extension', vsix, license, ...folders]);
  }
  const address = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  const command = {
    command: node,
    args: [server, ...address, license, ...payloadPermission(options), ...folders],
    env: { EXTENSIONS_GALLERY: NO_GALLERY, ...options.env },
    ready: /Extension host agent listening on (\d+)/,
    timeoutMs: 60_000,
  };
  return { data, command };
}
