import type { Browser } from 'playwright-core';
import { buildPanel, type PanelFiles } from './buildPanel';
import { FakeHost } from './fakeHost';
import type { ServerOptions } from './panelServer';
import { checkoutText } from './plans';
import { openWebviewPage, type WebviewLook, type WebviewPage } from './webviewPage';

export interface OpenPanel extends WebviewPage<FakeHost> {
  /** Takes expected complaints off the list. */
  readonly forgive: (expected: RegExp) => void;
}

export interface OpenOptions extends WebviewLook {
  readonly text?: string;
  readonly worker?: string;
  readonly changePolicy?: ServerOptions['changePolicy'];
  readonly prepare?: (host: FakeHost) => void;
}

/** Opens the panel as VS Code would, in front of a host that plays the extension. */
export async function openPanel(browser: Browser, options: OpenOptions = {}): Promise<OpenPanel> {
  const built = await buildPanel();
  const files: PanelFiles = { ...built, worker: options.worker ?? built.worker };
  const opened = await openWebviewPage(browser, {
    files,
    look: options,
    ...(options.changePolicy ? { changePolicy: options.changePolicy } : {}),
    createHost: (page, workerUri) => {
      const host = new FakeHost(page, options.text ?? checkoutText, workerUri);
      options.prepare?.(host);
      return host;
    },
    hearKey: (host, event) => host.hearKey(event),
  });
  const { complaints } = opened;
  return {
    ...opened,
    forgive: (expected) => {
      complaints.splice(0, complaints.length, ...complaints.filter((text) => !expected.test(text)));
    },
  };
}
