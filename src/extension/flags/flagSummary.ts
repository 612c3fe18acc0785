import type * as vscode from 'vscode';
import { knownInWords } from '../../core/flags/describe/describeKnown';
import type { FolderIndexes } from '../workspace/folderIndexes';

/** What is known of the flag a plan is about; null where the workspace folder does not know it. Scopes that say different things are all named. */
export function flagSummary(indexes: FolderIndexes, plan: vscode.Uri, key: string): string | null {
  const folder = indexes.of(plan.scheme === 'untitled' ? savedAt(plan, indexes) : plan);
  const flags = folder?.index?.snapshot().flags.filter((flag) => flag.key === key) ?? [];
  const sentences = flags.map((flag) => {
    const [known = ''] = knownInWords({ flag, read: null });
    return flags.length > 1 ? `${flag.scope}: ${known}` : known;
  });
  return sentences.length > 0 ? [...new Set(sentences)].join(' · ') : null;
}

/** The place in a workspace folder that an unsaved document will be saved to. */
function savedAt(uri: vscode.Uri, indexes: FolderIndexes): vscode.Uri {
  const folder = indexes
    .all()
    .find(
      ({ folder }) =>
        uri.authority === folder.uri.authority && uri.path.startsWith(folder.uri.path),
    );
  return folder ? uri.with({ scheme: folder.folder.uri.scheme }) : uri;
}
