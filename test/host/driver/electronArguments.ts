import path from 'node:path';
import type { ElectronFolders } from './electronFolders.js';
import type { LaunchOptions } from './launchedHost.js';
import type { WorkspaceCopy } from './workspaceCopy.js';

interface ElectronStart {
  readonly options: LaunchOptions;
  readonly folders: ElectronFolders;
  readonly workspace: WorkspaceCopy | undefined;
  /** 0 lets VS Code choose one and print it; without one the window cannot be driven. */
  readonly debuggingPort?: number;
}

/** The command line of a VS Code that asks nothing, updates nothing and shares nothing. */
export function electronArguments(start: ElectronStart): string[] {
  const { options, folders, workspace, debuggingPort } = start;
  const opened = workspace && path.join(workspace.folder, workspace.workspaceFile ?? '');
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-updates',
    '--disable-telemetry',
    '--skip-welcome',
    '--skip-release-notes',
    '--new-window',
    `--user-data-dir=${folders.userData}`,
    `--extensions-dir=${folders.extensions}`,
    ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
    ...('developmentPath' in options.extension
      ? [`--extensionDevelopmentPath=${options.extension.developmentPath}`]
      : []),
    ...(options.extensionTestsPath ? [`--extensionTestsPath=${options.extensionTestsPath}`] : []),
    ...(opened ? [opened] : []),
  ];
}
