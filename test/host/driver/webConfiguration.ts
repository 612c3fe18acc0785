import type { Page } from 'playwright-core';

/** What a test changes in the configuration that the server puts into the page. */
export interface WebConfiguration {
  readonly settings: Readonly<Record<string, unknown>>;
  /** The test suite's file, relative to the extension's folder. */
  readonly testsPath?: string;
}

/**
 * Adds settings and a test suite to the workbench's start. `@vscode/test-web` has no option for the
 * first and opens a browser of its own for the second. The page's configuration is changed in the
 * document, between its parsing and the first script that reads it: a page that was changed on the
 * network counts as foreign to Chromium, which then keeps webviews on this machine out of it.
 */
export async function configureWebWorkbench(page: Page, wanted: WebConfiguration): Promise<void> {
  await page.addInitScript(changeConfiguration, {
    settings: wanted.settings,
    testsPath: wanted.testsPath?.replaceAll('\\', '/'),
  });
}

/** The parts of VS Code's `IWorkbenchConstructionOptions` that are read or written here. */
interface ConstructionOptions {
  configurationDefaults?: Readonly<Record<string, unknown>>;
  developmentOptions?: {
    extensions?: readonly UriComponents[];
    extensionTestsPath?: UriComponents;
  };
}

interface UriComponents {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Runs in the page, so it may use nothing but its argument. */
function changeConfiguration(wanted: {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly testsPath: string | undefined;
}): void {
  new MutationObserver((_records, observer) => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element) return;
    observer.disconnect();
    const options = JSON.parse(element.dataset['settings'] ?? '{}') as ConstructionOptions;
    options.configurationDefaults = wanted.settings;
    const extension = options.developmentOptions?.extensions?.[0];
    if (wanted.testsPath && options.developmentOptions && extension) {
      const path = `${extension.path}/${wanted.testsPath}`;
      options.developmentOptions.extensionTestsPath = { ...extension, path };
    }
    element.dataset['settings'] = JSON.stringify(options);
  }).observe(document, { childList: true, subtree: true });
}
