import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runVSCodeCommand, type DownloadOptions } from '@vscode/test-electron';
import { cacheFolder } from '../../tasks/cacheFolder.mjs';
import { hostSettings } from './hostSettings.js';
import type { LaunchOptions } from './launchedHost.js';

/** Folders that keep the user's own profile out of the test. */
export interface ElectronFolders {
  readonly userData: string;
  readonly extensions: string;
}

/** The release under test, `1.91.1` or `stable` (set by `npm run test:electron`), and its place. */
export function electronDownload(): Partial<DownloadOptions> {
  const version = process.env['FLAGLAB_VSCODE_VERSION'] ?? 'stable';
  return { version, cachePath: path.join(cacheFolder(), 'electron') };
}

/** Writes the user settings and installs the VSIX, if the extension is one. */
export async function prepareElectronFolders(
  root: string,
  options: LaunchOptions,
): Promise<ElectronFolders> {
  const folders = { userData: path.join(root, 'user'), extensions: path.join(root, 'extensions') };
  const user = path.join(folders.userData, 'User');
  await mkdir(user, { recursive: true });
  await writeFile(path.join(user, 'settings.json'), JSON.stringify(hostSettings(options)));
  if ('vsix' in options.extension) await installVsix(options.extension.vsix, folders);
  return folders;
}

/** `runVSCodeCommand` goes through a shell on Windows, hence the quotes there. */
async function installVsix(vsix: string, folders: ElectronFolders): Promise<void> {
  const quote = (text: string) => (process.platform === 'win32' ? `"${text}"` : text);
  const args = [
    '--install-extension',
    quote(vsix),
    '--force',
    `--extensions-dir=${quote(folders.extensions)}`,
    `--user-data-dir=${quote(folders.userData)}`,
  ];
  await runVSCodeCommand(args, electronDownload());
}
