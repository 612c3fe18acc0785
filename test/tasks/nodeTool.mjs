import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from './repository.mjs';

/**
 * The command of a tool in node_modules as `node script.js`: the files in node_modules/.bin need a
 * shell on Windows.
 *
 * @param {string} packageName such as `@vscode/vsce`
 * @param {string} [program] name of its program, if not that of the package
 * @returns {[node: string, script: string]}
 */
export function nodeTool(packageName, program = path.posix.basename(packageName)) {
  const folder = inRepository('node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : bin?.[program];
  if (!script) throw new Error(`${packageName} has no program ${program}`);
  return [process.execPath, path.join(folder, script)];
}
