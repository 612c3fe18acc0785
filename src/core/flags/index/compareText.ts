import type { Position } from '../../model/position';

/** Order of texts by code units: the same on every machine, whatever its language. */
export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Order of places in a text. */
export function comparePositions(first: Position, second: Position): number {
  return first.line - second.line || first.column - second.column;
}
