import type { Reader, Taken } from './linkedFile';

function sameTaken(first: Taken, second: Taken): boolean {
  if (first.kind === 'flag' || second.kind === 'flag') {
    return first.kind === 'flag' && second.kind === 'flag' && first.key === second.key;
  }
  return (
    first.kind === second.kind &&
    first.index === second.index &&
    first.path.join('.') === second.path.join('.')
  );
}

/** Whether two readers take their flag from the same place. */
export function sameReader(first: Reader, second: Reader): boolean {
  if (first.kind === 'stated' || second.kind === 'stated') return first.kind === second.kind;
  return sameTaken(first.taken, second.taken);
}
