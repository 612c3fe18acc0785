import * as vscode from 'vscode';
import { toPosition, toRange } from '../spans';
import { uriBelow } from '../workspace/folderPaths';
import type { FoundFlag } from './flagPlace';

interface PeekPlace {
  readonly document: vscode.Uri;
  readonly position: vscode.Position;
}

/** Where a flag is defined; where nothing here defines it, where it is read. */
function locationsOf({ folder, flag }: FoundFlag): readonly vscode.Location[] {
  const root = folder.folder.uri;
  const definitions = flag.definitions.map(
    ({ file, span }) => new vscode.Location(uriBelow(root, file), toRange(span)),
  );
  if (definitions.length > 0) return definitions;
  return flag.reads.map(
    ({ file, span }) => new vscode.Location(uriBelow(root, file), toPosition(span.start)),
  );
}

/** Shows a flag's definitions, else its reads, in a peek view at a place. */
export async function peekFlag(found: FoundFlag, { document, position }: PeekPlace): Promise<void> {
  await vscode.commands.executeCommand(
    'editor.action.peekLocations',
    document,
    position,
    locationsOf(found),
    'peek',
  );
}
