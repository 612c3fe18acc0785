import type { HostKind } from './hostOptions.js';

/**
 * The hosts that tests run in: the two that need no download, or only a downloaded VS Code under
 * `npm run test:electron`.
 */
export function hostKinds(): readonly HostKind[] {
  return process.env['FLAGLAB_HOST'] === 'electron' ? ['electron'] : ['desktop', 'web'];
}

/** Those of them with a real file system and workspace trust. */
export function nodeHostKinds(): readonly HostKind[] {
  return hostKinds().filter((kind) => kind !== 'web');
}
