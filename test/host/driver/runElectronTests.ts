import path from 'node:path';
import { runProgram } from '../../tasks/runProgram.mjs';
import { electronArguments } from './electronArguments.js';
import { electronDownload, prepareElectronFolders } from './electronFolders.js';
import type { LaunchOptions } from './launchedHost.js';
import { makeTemporaryFolder, removeFolder } from './temporaryFolder.js';
import { countTestLines, type ExtensionTestResult } from './testResult.js';
import { copyWorkspace } from './workspaceCopy.js';

/**
 * Runs the suite in a downloaded VS Code, which prints the extension host's console and ends with
 * the exit code of `run()`.
 */
export async function runElectronTests(
  options: LaunchOptions,
  timeoutMs: number,
): Promise<ExtensionTestResult> {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const root = await makeTemporaryFolder('electron');
  try {
    const folders = await prepareElectronFolders(root, options);
    const workspace = options.workspace ? await copyWorkspace(options.workspace, root) : undefined;
    const program = await downloadAndUnzipVSCode(electronDownload());
    const { code, output } = await runProgram(
      program,
      electronArguments({ options, folders, workspace }),
      { cwd: path.dirname(program), timeoutMs, env: electronEnvironment(options) },
    );
    return countTestLines(output.split(/\r?\n/), code);
  } finally {
    await removeFolder(root);
  }
}

/** A VS Code terminal sets this variable, which would start the program as plain Node. */
function electronEnvironment(options: LaunchOptions): Record<string, string | undefined> {
  return { ...process.env, ...options.env, ELECTRON_RUN_AS_NODE: undefined };
}
