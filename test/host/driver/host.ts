import type { Frame, Locator, Page } from 'playwright-core';
import { watchConsole, type ConsoleLine } from './consoleLines.js';
import type { HostKind } from './hostOptions.js';
import type { LaunchedHost } from './launchedHost.js';
import { codeLens, codeLensTexts } from './workbench/codeLenses.js';
import { openFile } from './workbench/openFile.js';
import { runCommand } from './workbench/runCommand.js';
import { webviewFrame } from './workbench/webviewFrame.js';

/** A running VS Code and what a person can do with it. Close it, or its processes stay. */
export class Host {
  readonly kind: HostKind;
  /** The window, for everything that has no method here. */
  readonly page: Page;
  /** The address of the window. */
  readonly url: string;
  readonly #launched: LaunchedHost;
  readonly #console: readonly ConsoleLine[];

  constructor(kind: HostKind, launched: LaunchedHost) {
    this.kind = kind;
    this.page = launched.page;
    this.url = launched.url;
    this.#launched = launched;
    this.#console = watchConsole(launched.page);
  }

  /** The copied workspace folder on disk; throws in an empty window. */
  get workspaceFolder(): string {
    const folder = this.#launched.workspaceFolder;
    if (folder === undefined) throw new Error('The window is empty');
    return folder;
  }

  /** Runs a command by the exact line the palette shows, such as `Flaglab: Set up this workspace`. */
  runCommand(title: string): Promise<void> {
    return runCommand(this.page, title);
  }

  /** Opens a file of the workspace, with the cursor on a 1-based line if one is given. */
  openFile(file: string, line?: number): Promise<void> {
    return openFile(this.page, this.kind, { file, line });
  }

  /** The texts of all lenses on the screen, in the order of the document. */
  codeLensTexts(): Promise<string[]> {
    return codeLensTexts(this.page);
  }

  /** The first lens with this text: `await host.codeLens('Simulate rollout').click()`. */
  codeLens(text: string | RegExp): Locator {
    return codeLens(this.page, text);
  }

  /** The toast with this text. The desktop host shows none when the extension is a development path. */
  notification(text: string | RegExp): Locator {
    return this.page
      .locator('.notifications-toasts .notification-list-item-message')
      .filter({ hasText: text })
      .first();
  }

  /** The frame of the webview that shows an element matching the selector; waits for it. */
  webviewFrame(selector: string): Promise<Frame> {
    return webviewFrame(this.page, selector);
  }

  /** Writes a PNG of the window. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  /** What the window's console printed so far, the extension host's lines included. */
  consoleMessages(): readonly ConsoleLine[] {
    return this.#console;
  }

  /** The extension host's own log; empty in the web host, which keeps it in the window's console. */
  extensionHostLog(): Promise<string> {
    return this.#launched.extensionHostLog();
  }

  /** Ends the browser and the server, and removes every temporary folder. */
  close(): Promise<void> {
    return this.#launched.close();
  }
}
