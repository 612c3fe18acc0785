import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  installVsix,
  startDesktopServer,
  userSettingsFile,
  type ServerFolders,
} from '../../tasks/desktopServer.mjs';
import { createCleanUp } from './cleanUp.js';
import { desktopAddress } from './desktopAddress.js';
import { hostSettings } from './hostSettings.js';
import { newPage, openWorkbench, type LaunchedHost, type LaunchOptions } from './launchedHost.js';
import { openBrowser } from './openBrowser.js';
import { readLogs } from './readLogs.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { copyWorkspace } from './workspaceCopy.js';

/** VS Code 1.139 as a server of its own, with its own user data and extensions. */
export async function launchDesktop(options: LaunchOptions): Promise<LaunchedHost> {
  const cleanUp = createCleanUp();
  try {
    const root = await makeTemporaryFolder('desktop');
    cleanUp.add(() => removeFolder(root));
    const folders = { data: path.join(root, 'server'), extensions: path.join(root, 'extensions') };
    await prepareFolders(folders, options);
    const server = await startDesktopServer({
      folders,
      args: payloadPermission(options),
      ...(options.env && { env: options.env }),
    });
    cleanUp.add(() => server.process.stop());
    const workspace = options.workspace ? await copyWorkspace(options.workspace, root) : undefined;
    const url = desktopAddress({ port: server.port, options, workspace });
    const browser = await openBrowser(path.join(root, 'browser'));
    cleanUp.add(() => browser.close());
    const page = await newPage(browser, options);
    await openWorkbench(page, url);
    return {
      page,
      url,
      workspaceFolder: workspace?.folder,
      extensionHostLog: () =>
        readLogs(path.join(folders.data, 'data', 'logs'), 'remoteexthost.log'),
      close: () => cleanUp.run(),
    };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

/** The switch that makes the server obey the payload of the address; it also hides all toasts. */
function payloadPermission(options: LaunchOptions): string[] {
  const needsPayload = options.extensionTestsPath || 'developmentPath' in options.extension;
  return needsPayload ? ['--enable-smoke-test-driver'] : [];
}

/** Writes the settings and installs the VSIX, if the extension is one. */
async function prepareFolders(folders: ServerFolders, options: LaunchOptions): Promise<void> {
  const settings = userSettingsFile(folders);
  await mkdir(path.dirname(settings), { recursive: true });
  await writeFile(settings, JSON.stringify(hostSettings(options)));
  if ('vsix' in options.extension) await installVsix(folders, options.extension.vsix);
}
