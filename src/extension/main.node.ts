import { createTreeSitterParser } from '../platform/treesitter/treeSitterParser';
import { runGit } from '../platform/node/git';
import { createGiveWay } from '../platform/node/giveWay';
import type { ExtensionContext } from './ports';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  startExtension(context, { createParser: createTreeSitterParser, createGiveWay, runGit });
}
