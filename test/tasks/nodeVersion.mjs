import { SetupProblem } from './setupProblem.mjs';

/** The oldest Node that vitest, oxlint and our own code run on. */
const OLDEST = [20, 19];

/**
 * Stops with a clear sentence on a Node that is too old.
 *
 * @param {string} [version] such as `20.19.0`
 */
export function ensureNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupProblem(
    `Flaglab needs Node.js ${OLDEST.join('.')} or later; this is ${version}. Install a newer one from nodejs.org.`,
  );
}
