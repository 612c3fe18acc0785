import type { Page } from 'playwright-core';

/** One message of the window's console. */
export interface ConsoleLine {
  /** `log`, `warning`, `error`, ... or `pageerror` for an exception nobody caught. */
  readonly type: string;
  readonly text: string;
}

/** Collects the console from now on; the array grows. */
export function watchConsole(page: Page): readonly ConsoleLine[] {
  const lines: ConsoleLine[] = [];
  page.on('console', (message) => lines.push({ type: message.type(), text: message.text() }));
  page.on('pageerror', (error) => lines.push({ type: 'pageerror', text: error.message }));
  return lines;
}
