import 'mocha/mocha.js';
import { loadTestFiles } from 'flaglab:test-files';
import { reportTestLines } from './reportTestLines.js';

/** Starting the extension and its index may take a while on a slow machine. */
const TEST_TIMEOUT_MS = 30_000;

/**
 * The entry VS Code calls in the extension host, in Node and in a web worker alike: hence mocha's
 * browser build, which needs neither files nor a document. Rejects if a test failed.
 */
export async function run(): Promise<void> {
  const reporter = reportTestLines as unknown as Mocha.ReporterConstructor;
  const mocha = new Mocha({ timeout: TEST_TIMEOUT_MS, reporter });
  // In mocha's browser build the interface is put on the global object by this event only.
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  loadTestFiles();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
