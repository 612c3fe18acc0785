import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { ensureBrowser } from '../../tasks/ensure.mjs';

/** Everything a browser would start on its own, and the sandbox that a container's root lacks. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Webviews of VS Code for the Web are of another site than their page and need a service worker,
 * which a Chromium that blocks third-party cookies denies them.
 */
const PREFERENCES = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/** Starts the browser of this machine without a window, with a new profile in the given folder. */
export async function openBrowser(profile: string): Promise<BrowserContext> {
  const defaults = path.join(profile, 'Default');
  await mkdir(defaults, { recursive: true });
  await writeFile(path.join(defaults, 'Preferences'), JSON.stringify(PREFERENCES));
  return chromium.launchPersistentContext(profile, {
    executablePath: await ensureBrowser(),
    args: ARGUMENTS,
    viewport: null,
    timeout: 60_000,
  });
}
