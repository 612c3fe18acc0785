import { expectEqual } from '../support/expectEqual';
import { callsOfExtension, recordCalls, recordedCalls } from '../support/networkCalls';

// Before the extension is activated: this file is loaded with all others, before the first test runs.
for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) {
  recordCalls(globalThis, name);
}

// After all tests of all files: lenses, plans and panels have been there.
after(() => expectEqual(callsOfExtension(), []));

describe('the network', () => {
  it('is watched: a call is noticed', async () => {
    const before = recordedCalls().length;
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    expectEqual(recordedCalls().slice(before).includes('fetch'), true);
  });
});
