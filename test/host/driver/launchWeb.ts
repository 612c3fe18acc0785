import path from 'node:path';
import { ensureWebHost } from '../../tasks/ensure.mjs';
import { startServer } from '../../tasks/serverProcess.mjs';
import { createCleanUp, type CleanUp } from './cleanUp.js';
import { freePort } from './freePort.js';
import { hostSettings } from './hostSettings.js';
import { newPage, openWorkbench, type LaunchedHost, type LaunchOptions } from './launchedHost.js';
import { openBrowser } from './openBrowser.js';
import { stageExtension } from './stageExtension.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { configureWebWorkbench } from './webConfiguration.js';
import { copyWorkspace, type WorkspaceCopy } from './workspaceCopy.js';

/** The root of the virtual files that `@vscode/test-web` serves. */
const MOUNT = 'vscode-test-web://mount/';

/**
 * VS Code for the Web 1.91. Its files are virtual: what the window writes stays in its memory, and
 * the folder on disk is not watched.
 */
export async function launchWeb(options: LaunchOptions): Promise<LaunchedHost> {
  if (options.trusted === false) {
    throw new Error('VS Code trusts the virtual files of the web host always');
  }
  const cleanUp = createCleanUp();
  try {
    const root = await makeTemporaryFolder('web');
    cleanUp.add(() => removeFolder(root));
    const workspace = options.workspace ? await copyWorkspace(options.workspace, root) : undefined;
    const { port, extension } = await startWebServer({ root, options, workspace, cleanUp });
    const url = webAddress(port, workspace);
    const browser = await openBrowser(path.join(root, 'browser'));
    cleanUp.add(() => browser.close());
    const page = await newPage(browser, options);
    await configureWebWorkbench(page, {
      settings: hostSettings(options),
      ...(options.extensionTestsPath && {
        testsPath: path.relative(extension, options.extensionTestsPath),
      }),
    });
    await openWorkbench(page, url);
    return {
      page,
      url,
      workspaceFolder: workspace?.folder,
      extensionHostLog: async () => '',
      close: () => cleanUp.run(),
    };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}

interface WebServer {
  readonly root: string;
  readonly options: LaunchOptions;
  readonly workspace: WorkspaceCopy | undefined;
  readonly cleanUp: CleanUp;
}

/** Serves the build, the extension and the workspace's files on 127.0.0.1. */
async function startWebServer({ root, options, workspace, cleanUp }: WebServer) {
  const { server, buildArguments } = await ensureWebHost();
  const extension = await extensionFolder(root, options);
  const port = await freePort();
  const address = ['--browserType', 'none', '--host', '127.0.0.1', '--port', String(port)];
  const running = await startServer({
    command: process.execPath,
    args: [
      server,
      ...buildArguments,
      ...address,
      '--extensionDevelopmentPath',
      extension,
      ...(workspace ? [workspace.folder] : []),
    ],
    ready: /Listening on http/,
    timeoutMs: 30_000,
  });
  cleanUp.add(() => running.stop());
  return { port, extension };
}

async function extensionFolder(root: string, options: LaunchOptions): Promise<string> {
  if ('developmentPath' in options.extension) return options.extension.developmentPath;
  const folder = path.join(root, 'extension');
  await stageExtension(options.extension, folder);
  return folder;
}

/** Webviews live on `<id>.localhost`, so the page must be opened under that name. */
function webAddress(port: number, workspace: WorkspaceCopy | undefined): string {
  const url = new URL(`http://localhost:${port}/`);
  if (!workspace) url.searchParams.set('ew', 'true');
  else if (workspace.workspaceFile) {
    url.searchParams.set('workspace', MOUNT + workspace.workspaceFile);
  }
  return url.href;
}
