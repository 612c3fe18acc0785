import type { Browser, Page } from 'playwright-core';
import type { PanelFiles } from './buildPanel';
import type { KeyEvent } from './fakeHost';
import { servePanel, type ServerOptions } from './panelServer';
import { themeOf, type Theme, type ThemeName } from './themes';

/** What a webview looks like when it is opened. */
export interface WebviewLook {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly bodyClasses?: readonly string[];
  /** What the panel kept before it was hidden. */
  readonly kept?: unknown;
}

/** Plays the extension: hears what the panel says, which is of its own kind. */
interface WebviewHost {
  hear(message: never): unknown;
}

export interface WebviewPage<Host> {
  readonly page: Page;
  readonly host: Host;
  /** Policy violations, console errors, page errors and requests to elsewhere so far. */
  readonly complaints: string[];
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * In the page, before its own script: what VS Code puts there. Its style sheet stands in a layer, and its listener
 * for keys waits in the bubbling phase and stops the browser's own undo (workbench/contrib/webview/browser/pre/index.html
 * of VS Code 1.91 and 1.139).
 */
function playVsCode({ theme, kept }: { theme: Theme; kept: unknown }): void {
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

function listenForComplaints(page: Page, origin: string, complaints: string[]): void {
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

/** Opens a webview as VS Code would, in front of a host that plays the extension. */
export async function openWebviewPage<Host extends WebviewHost>(
  browser: Browser,
  {
    files,
    look: { theme = 'dark', width = 1200, height = 900, bodyClasses = [], kept },
    changePolicy,
    createHost,
    hearKey,
  }: {
    readonly files: PanelFiles;
    readonly look: WebviewLook;
    readonly changePolicy?: NonNullable<ServerOptions['changePolicy']>;
    readonly createHost: (page: Page, workerUri: string) => Host;
    readonly hearKey: (host: Host, event: KeyEvent) => unknown;
  },
): Promise<WebviewPage<Host>> {
  const server = await servePanel({ files, ...(changePolicy ? { changePolicy } : {}) });
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const complaints: string[] = [];
  listenForComplaints(page, server.origin, complaints);
  const host = createHost(page, `${server.origin}/worker.js`);
  await page.exposeFunction('flaglabHost', (message: never) => host.hear(message));
  await page.exposeFunction('flaglabKey', (event: KeyEvent) => hearKey(host, event));
  await page.exposeFunction('flaglabViolation', (text: string) => complaints.push(text));
  const themed = themeOf(theme);
  await page.addInitScript(playVsCode, {
    theme: { ...themed, bodyClass: [themed.bodyClass, ...bodyClasses].join(' ') },
    kept,
  });
  await page.goto(server.origin);
  await page.waitForSelector('h1');
  return {
    page,
    host,
    complaints,
    requests: server.requests,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}
