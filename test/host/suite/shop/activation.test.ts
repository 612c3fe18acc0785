import * as vscode from 'vscode';
import { expectEqual } from '../support/expectEqual';

const extension = () => vscode.extensions.getExtension('flaglab.flaglab');

/** A few milliseconds on a quiet machine; those that run tests are busy. */
const longestMs = 5000;

// Its name puts this file first: the others need the extension.
describe('the start', () => {
  it('waits until somebody needs it', () => {
    expectEqual(extension()?.isActive, false);
  });

  it('takes no time to speak of', async () => {
    const before = performance.now();
    await extension()?.activate();
    const tookMs = performance.now() - before;
    if (tookMs > longestMs) throw new Error(`Activation took ${tookMs} ms.`);
  });
});
