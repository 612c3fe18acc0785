import {
  definitionPieces,
  type DefinitionPieces,
} from '../../core/flags/definitions/definitionPieces';
import { definitionId } from '../../core/flags/stale/pastOfVersions';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import { textPositions } from '../../core/syntax/textPositions';
import type { PlaceDefinitions } from '../definitionPlacements';
import type { FactsReader } from '../factsReader';

type Definitions = readonly FlagDefinition[];

/** Reads the versions of one definition file. Of a version only those flags are parsed that no version before it had so. */
export interface VersionReader {
  /** The definitions of a version that was at `path`; null where its text cannot be read. */
  read(path: string, text: string): Promise<Definitions | null>;
}

const endOf = (path: string) => path.slice(path.lastIndexOf('.'));

function isAmbiguous(definitions: Definitions): boolean {
  return new Set(definitions.map(definitionId)).size < definitions.length;
}

interface Together {
  readonly text: string;
  /** Offsets of the pieces' starts, and of the end of the last one. */
  readonly starts: readonly number[];
  readonly end: number;
}

function putTogether(
  pieces: readonly string[],
  { before, after, joint }: DefinitionPieces,
): Together {
  const starts: number[] = [];
  let end = before.length;
  for (const piece of pieces) {
    starts.push(end);
    end += piece.length + joint.length;
  }
  return { text: `${before}${pieces.join(joint)}${after}`, starts, end };
}

/** Definitions by the piece in which they stand; null where one stands in none. */
function byPiece(
  definitions: Definitions,
  { text, starts, end }: Together,
): readonly Definitions[] | null {
  const positions = textPositions(text);
  const found = starts.map((): FlagDefinition[] => []);
  for (const definition of definitions) {
    const offset = positions.offsetAt(definition.keySpan.start);
    const index = offset >= end ? -1 : starts.findLastIndex((start) => start <= offset);
    const piece = found[index];
    if (piece === undefined) return null;
    piece.push(definition);
  }
  return found;
}

/** Reads versions of `file`, as its present name would have them. */
export function createVersionReader(
  file: string,
  { factsReader, place }: { readonly factsReader: FactsReader; readonly place: PlaceDefinitions },
): VersionReader {
  let around = '';
  const known = new Map<string, Definitions>();

  async function readText(name: string, text: string): Promise<Definitions | null> {
    const facts = await factsReader.read(name, text).catch(() => null);
    if (!facts || facts.diagnostics.some(({ severity }) => severity === 'error')) return null;
    return place({ ...facts, file }).definitions;
  }

  /** Takes note of pieces that were never seen. Whether each of them can be told apart. */
  async function learn(
    name: string,
    pieces: readonly string[],
    version: DefinitionPieces,
  ): Promise<boolean> {
    if (pieces.length === 0) return true;
    const together = putTogether(pieces, version);
    const definitions = await readText(name, together.text);
    const found = definitions && byPiece(definitions, together);
    if (!found) return false;
    for (const [index, piece] of pieces.entries()) known.set(piece, found[index] ?? []);
    return true;
  }

  return {
    async read(path, text) {
      const name = endOf(path) === endOf(file) ? file : path;
      const version = definitionPieces(name, text);
      if (version === null) return await readText(name, text);
      const { before, pieces, after } = version;
      const place = JSON.stringify([name, before, after]);
      if (place !== around) known.clear();
      around = place;
      const isKnown = await learn(
        name,
        pieces.filter((piece) => !known.has(piece)),
        version,
      );
      const definitions = pieces.flatMap((piece) => known.get(piece) ?? []);
      // What cannot be put together from pieces with certainty is read as a whole.
      return isKnown && !isAmbiguous(definitions) ? definitions : await readText(name, text);
    },
  };
}
