import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { ExtensionSource } from './hostOptions.js';
import { unpackVsix } from './unpackVsix.js';

/** Folders of a development path that are never part of an extension. */
const NEVER_SHIPPED = new Set(['node_modules', '.git', 'test', 'coverage']);

/** Puts the extension's files into an empty folder, where test files may be added to them. */
export async function stageExtension(extension: ExtensionSource, target: string): Promise<void> {
  if ('vsix' in extension) {
    await unpackVsix(extension.vsix, target);
    return;
  }
  const root = extension.developmentPath;
  await cp(root, target, {
    recursive: true,
    filter: (source) => !NEVER_SHIPPED.has(path.relative(root, source)),
  });
}
