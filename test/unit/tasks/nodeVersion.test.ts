import { expect, test } from 'vitest';
import { ensureNodeVersion } from '../../tasks/nodeVersion.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(() => ensureNodeVersion(version)).not.toThrow();
});

test.each(['20.18.3', '18.20.4'])('Node %s is too old, and the sentence says so', (version) => {
  expect(() => ensureNodeVersion(version)).toThrow(
    `Flaglab needs Node.js 20.19 or later; this is ${version}.`,
  );
});
