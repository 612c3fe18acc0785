import type { BrowserContext, Page } from 'playwright-core';
import type { HostOptions } from './hostOptions.js';

/** How long anything in a workbench may take on a slow machine: to appear, to react, to be found. */
export const WORKBENCH_TIMEOUT_MS = 60_000;

/** What a kind of host hands to the driver once its workbench is on the screen. */
export interface LaunchedHost {
  readonly page: Page;
  /** The address of the window; for Electron an internal one. */
  readonly url: string;
  /** The copied workspace folder on disk, if one was opened. */
  readonly workspaceFolder: string | undefined;
  /** What the extension host logged so far, as far as this kind of host keeps it. */
  extensionHostLog(): Promise<string>;
  close(): Promise<void>;
}

/** Options plus what running tests inside the extension host needs. */
export interface LaunchOptions extends HostOptions {
  /** The bundled suite, placed inside the extension's folder, that exports `run()`. */
  readonly extensionTestsPath?: string;
  /** Called on the page before the workbench loads. */
  readonly preparePage?: (page: Page) => Promise<void>;
}

/** A page of the size every screenshot has. */
export async function newPage(context: BrowserContext, options: LaunchOptions): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(WORKBENCH_TIMEOUT_MS);
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 800 });
  await options.preparePage?.(page);
  return page;
}

/** Opens the address and waits for the workbench. */
export async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('.monaco-workbench');
  await page.waitForSelector('.statusbar-item', { state: 'attached' });
}
