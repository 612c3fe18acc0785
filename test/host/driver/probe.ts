import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeTool } from '../../tasks/nodeTool.mjs';
import { mustRun } from '../../tasks/runProgram.mjs';

const folder = fileURLToPath(new URL('../probe', import.meta.url));

/** The extension the driver is tested with: its folders. */
export const probe = {
  folder,
  workspace: path.join(folder, 'workspace'),
  suite: path.join(folder, 'suite'),
  failingSuite: path.join(folder, 'failing'),
} as const;

/** Packages the probe as a VSIX in another folder. */
export async function packageProbe(target: string): Promise<string> {
  const vsix = path.join(target, 'probe.vsix');
  const [node, vsce] = nodeTool('@vscode/vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license'];
  await mustRun('Packaging the probe', node, [vsce, ...args, '--out', vsix], { cwd: folder });
  return vsix;
}
