import { cp, stat } from 'node:fs/promises';
import path from 'node:path';

/** A workspace that a test may change. */
export interface WorkspaceCopy {
  /** The copied folder; for a `.code-workspace` file the folder it lies in. */
  readonly folder: string;
  /** The name of the `.code-workspace` file in it, if that is what is opened. */
  readonly workspaceFile?: string;
}

/** Copies a workspace to `<parent>/<its own name>`, because the name is seen in the window. */
export async function copyWorkspace(workspace: string, parent: string): Promise<WorkspaceCopy> {
  const isFile = (await stat(workspace)).isFile();
  const source = isFile ? path.dirname(workspace) : workspace;
  const folder = path.join(parent, path.basename(source));
  await cp(source, folder, { recursive: true, verbatimSymlinks: true });
  return isFile ? { folder, workspaceFile: path.basename(workspace) } : { folder };
}
