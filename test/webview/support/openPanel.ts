import type { Browser, Page } from 'playwright-core';
import type { PanelToHost } from '../../../src/protocol/panel';
import { buildPanel, type PanelFiles } from './buildPanel';
import { FakeHost, type KeyEvent } from './fakeHost';
import { servePanel, type ServerOptions } from './panelServer';
import { checkoutText } from './plans';
import { themeOf, type Theme, type ThemeName } from './themes';

export interface OpenPanel {
  readonly page: Page;
  readonly host: FakeHost;
  /** Policy violations, console errors, page errors and requests to elsewhere so far. */
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  /** Takes expected complaints off the list. */
  readonly forgive: (expected: RegExp) => void;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly text?: string;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly bodyClasses?: readonly string[];
  /** What the panel kept before it was hidden. */
  readonly kept?: unknown;
  readonly worker?: string;
  readonly changePolicy?: ServerOptions['changePolicy'];
  readonly prepare?: (host: FakeHost) => void;
}

/**
 * In the page, before its own script: what VS Code puts there. Its style sheet stands in a layer, and its listener
 * for keys waits in the bubbling phase and stops the browser's own undo (workbench/contrib/webview/browser/pre/index.html
 * of VS Code 1.91 and 1.139).
 */
export function playVsCode({ theme, kept }: { theme: Theme; kept: unknown }): void {
  const outside = window as unknown as {
    flaglabHost: (message: unknown) => void;
    flaglabKey: (event: KeyEvent) => void;
    flaglabViolation: (text: string) => void;
    acquireVsCodeApi: unknown;
    flaglabKept: unknown;
  };
  outside.flaglabKept = kept;
  outside.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => outside.flaglabHost(message),
    getState: () => outside.flaglabKept,
    setState: (state: unknown) => {
      outside.flaglabKept = state;
    },
  });
  document.addEventListener('securitypolicyviolation', (event) =>
    outside.flaglabViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
  );
  window.addEventListener('keydown', (event) => {
    const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
    if (!['z', 'y', 's'].includes(key)) return;
    event.preventDefault();
    if (key === 's') outside.flaglabKey({ kind: 'save-key' });
    else outside.flaglabKey({ kind: key === 'y' || event.shiftKey ? 'redo-key' : 'undo-key' });
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer vscode-default {
    body { background-color: transparent; color: var(--vscode-editor-foreground); margin: 0; padding: 0 20px;
      font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size); }
    a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
    code { color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background); padding: 1px 3px; }
  }`);
  new MutationObserver((_, observer) => {
    const { documentElement: root, body } = document;
    if (root === null || body === null) return;
    observer.disconnect();
    document.adoptedStyleSheets.push(sheet);
    for (const [name, value] of Object.entries(theme.variables))
      root.style.setProperty(name, value);
    body.className = theme.bodyClass;
    body.setAttribute('role', 'document');
    body.dataset['vscodeThemeKind'] = theme.themeKind;
    body.dataset['vscodeThemeId'] = theme.themeId;
  }).observe(document, { childList: true, subtree: true });
}

export function listenForComplaints(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) {
      complaints.push(`asked for ${url}`);
    }
  });
}

/** Opens the panel as VS Code would, in front of a host that plays the extension. */
export async function openPanel(browser: Browser, options: OpenOptions = {}): Promise<OpenPanel> {
  const { theme = 'dark', width = 1200, height = 900, text = checkoutText } = options;
  const built = await buildPanel();
  const files: PanelFiles = { ...built, worker: options.worker ?? built.worker };
  const server = await servePanel({
    files,
    ...(options.changePolicy ? { changePolicy: options.changePolicy } : {}),
  });
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const complaints: string[] = [];
  listenForComplaints(page, server.origin, complaints);
  const host = new FakeHost(page, text, `${server.origin}/worker.js`);
  options.prepare?.(host);
  await page.exposeFunction('flaglabHost', (message: PanelToHost) => host.hear(message));
  await page.exposeFunction('flaglabKey', (event: KeyEvent) => host.hearKey(event));
  await page.exposeFunction('flaglabViolation', (text: string) => complaints.push(text));
  await page.addInitScript(playVsCode, {
    theme: {
      ...themeOf(theme),
      bodyClass: [themeOf(theme).bodyClass, ...(options.bodyClasses ?? [])].join(' '),
    },
    kept: options.kept,
  });
  await page.goto(server.origin);
  await page.waitForSelector('h1');
  return {
    page,
    host,
    complaints,
    requests: server.requests,
    forgive: (expected) => {
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !expected.test(text)));
    },
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
