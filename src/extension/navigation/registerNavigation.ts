import * as vscode from 'vscode';
import { isOwnText, placesOfFlag } from '../../core/flags/places/keyPlaces';
import type { KeyPlace } from '../../core/flags/places/keyPlaces';
import { flagPlaceAt, locationOf } from '../places/flagPlaces';
import { keySelector } from '../places/keySelector';
import { toRange } from '../spans';
import type { FolderIndexes } from '../workspace/folderIndexes';

/** From a key, or from what leads to it, to every definition. */
function definitionProvider(indexes: FolderIndexes): vscode.DefinitionProvider {
  return {
    provideDefinition(document, position) {
      const found = flagPlaceAt(indexes, document, position);
      return found?.place.flag.definitions.map(({ file, keySpan, span }): vscode.DefinitionLink => {
        const { uri } = locationOf(found.folder, { file, span });
        return {
          originSelectionRange: toRange(found.place.span),
          targetUri: uri,
          targetRange: toRange(span),
          targetSelectionRange: toRange(keySpan),
        };
      });
    },
  };
}

const isDeclaration = ({ kind }: KeyPlace) => kind === 'definition' || kind === 'constant';

/** Definitions, the constants that hold the key, and every read. */
function referenceProvider(indexes: FolderIndexes): vscode.ReferenceProvider {
  return {
    provideReferences(document, position, { includeDeclaration }) {
      const found = flagPlaceAt(indexes, document, position);
      if (!found) return undefined;
      const { folder, place } = found;
      const places = placesOfFlag(place.flag).filter(
        (other) => includeDeclaration || !isDeclaration(other),
      );
      const told = new Set(
        places.flatMap((other) =>
          other.kind === 'read' || other.kind === 'argument' ? [other.read] : [],
        ),
      );
      // Those that have no place of their own for the key.
      const others = place.flag.reads.filter((read) => !told.has(read));
      return [...places, ...others].map((target) => locationOf(folder, target));
    },
  };
}

/** Every place of the key's own text in this document; nothing elsewhere, where the language has the say. */
function highlightProvider(indexes: FolderIndexes): vscode.DocumentHighlightProvider {
  return {
    provideDocumentHighlights(document, position) {
      const found = flagPlaceAt(indexes, document, position);
      if (!found || !isOwnText(found.place)) return undefined;
      const { file, flag } = found.place;
      return placesOfFlag(flag)
        .filter((place) => place.file === file && isOwnText(place))
        .map((place) => {
          const { Read, Write } = vscode.DocumentHighlightKind;
          const kind = isDeclaration(place) ? Write : Read;
          return new vscode.DocumentHighlight(toRange(place.span), kind);
        });
    },
  };
}

/** Go to definition, find all references and highlights of a flag's key, in code and in definition files. */
export function registerNavigation(indexes: FolderIndexes): vscode.Disposable {
  const selector = [...keySelector];
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(selector, definitionProvider(indexes)),
    vscode.languages.registerReferenceProvider(selector, referenceProvider(indexes)),
    vscode.languages.registerDocumentHighlightProvider(selector, highlightProvider(indexes)),
  );
}
