import { Host } from './host.js';
import type { HostKind, HostOptions } from './hostOptions.js';
import { launchDesktop } from './launchDesktop.js';
import type { LaunchedHost, LaunchOptions } from './launchedHost.js';
import { launchWeb } from './launchWeb.js';

/**
 * Starts a real VS Code with the extension in it, installing the host first if it is missing.
 *
 * @example
 * const host = await startHost({ kind: 'desktop', workspace: shop, extension: { vsix } });
 * try {
 *   await host.openFile('src/checkout.ts', 12);
 *   await host.codeLens('Simulate rollout').click();
 *   const panel = await host.webviewFrame('#baseline');
 * } finally {
 *   await host.close();
 * }
 */
export async function startHost(options: HostOptions): Promise<Host> {
  return new Host(options.kind, await launchHost(options));
}

/** Starts a host of any kind without wrapping it. */
export async function launchHost(options: LaunchOptions): Promise<LaunchedHost> {
  const launch: Record<HostKind, () => Promise<LaunchedHost>> = {
    desktop: () => launchDesktop(options),
    web: () => launchWeb(options),
    electron: async () => {
      // Loaded only here: it is not needed where VS Code cannot be downloaded.
      const { launchElectron } = await import('./launchElectron.js');
      return launchElectron(options);
    },
  };
  return launch[options.kind]();
}
