import type { Position, Span } from '../core/model/position';

/** A place as people and other tools count: from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeOf({ line, column }: Position): Place {
  return { line: line + 1, column: column + 1 };
}

/** `src/cart.ts:12:5` */
export function locationOf(file: string, { start }: Span): string {
  const { line, column } = placeOf(start);
  return `${file}:${line}:${column}`;
}
