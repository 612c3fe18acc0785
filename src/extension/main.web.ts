import { createTreeSitterParser } from '../platform/treesitter/treeSitterParser';
import { createGiveWay } from '../platform/web/giveWay';
import type { ExtensionContext } from './ports';
import { startExtension } from './startExtension';

export function activate(context: ExtensionContext): void {
  startExtension(context, { createParser: createTreeSitterParser, createGiveWay, runGit: null });
}
