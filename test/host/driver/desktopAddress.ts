import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LaunchOptions } from './launchedHost.js';
import type { WorkspaceCopy } from './workspaceCopy.js';

interface Window {
  readonly port: number;
  readonly options: LaunchOptions;
  readonly workspace: WorkspaceCopy | undefined;
}

/**
 * The address that opens a window of the server: the query names the folder or workspace file (or
 * `ew` for an empty window) and carries what the desktop would take from its command line.
 */
export function desktopAddress({ port, options, workspace }: Window): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (!workspace) url.searchParams.set('ew', 'true');
  else if (workspace.workspaceFile) {
    url.searchParams.set('workspace', path.join(workspace.folder, workspace.workspaceFile));
  } else url.searchParams.set('folder', workspace.folder);
  const payload: [string, string][] = [];
  const remote = (file: string) =>
    `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`;
  if ('developmentPath' in options.extension) {
    payload.push(['extensionDevelopmentPath', remote(options.extension.developmentPath)]);
  }
  if (options.extensionTestsPath) {
    payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  }
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
