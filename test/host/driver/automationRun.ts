import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/**
 * Listens to a run of tests in a workbench's extension host: the workbench calls two functions of its
 * page if they exist, `codeAutomationLog` with every line of the extension host's console and
 * `codeAutomationExit` with the exit code of `run()`.
 */
export class AutomationRun {
  /** The console's lines so far. */
  readonly lines: string[] = [];
  #exitCode: number | undefined;

  /** Must be called before the page loads the workbench. */
  async watch(page: Page): Promise<void> {
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      this.lines.push(args.join(' '));
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      this.#exitCode = code;
    });
  }

  async waitForExit(timeoutMs: number): Promise<number> {
    const deadline = Date.now() + timeoutMs;
    while (this.#exitCode === undefined) {
      if (Date.now() > deadline) {
        throw new Error(`The tests did not end in ${timeoutMs} ms:\n${this.lines.join('\n')}`);
      }
      await sleep(50);
    }
    return this.#exitCode;
  }
}
