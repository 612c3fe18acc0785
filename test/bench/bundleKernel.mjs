import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBundled } from './importBundled.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Every export of core/stats in one object, for scripts that measure it.
 * @returns {Promise<Record<string, any>>}
 */
export async function bundleKernel() {
  const folder = path.join(root, 'src/core/stats');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return importBundled(
    files.map((file) => `export * from './src/core/stats/${file.slice(0, -3)}';`).join('\n'),
  );
}
