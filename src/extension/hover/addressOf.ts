import type { FilePlace } from '../../core/model/flagRead';
import type { FolderIndex } from '../workspace/folderIndex';
import { uriBelow } from '../workspace/folderPaths';

/** Schemes whose links a hover may hold; others it would show as text. */
const linkedSchemes: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Address of a place for a link in Markdown; null where VS Code would not follow it. */
export function addressOf(folder: FolderIndex, { file, span }: FilePlace): string | null {
  const uri = uriBelow(folder.folder.uri, file);
  if (!linkedSchemes.has(uri.scheme)) return null;
  const { line, column } = span.start;
  const address = uri.with({ fragment: `L${line + 1},${column + 1}` }).toString();
  return address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}
