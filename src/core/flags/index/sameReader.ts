import type { Reader, StatedReader, Taken } from './linkedFile';

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

/** A member of a type is known by each of the names under which objects of the type are held. */
function sameStated(first: StatedReader, second: StatedReader): boolean {
  return first.member === undefined || first.called === second.called;
}

/** Whether two readers take their flag from the same place. */
export function sameReader(first: Reader, second: Reader): boolean {
  if (first.kind === 'stated' || second.kind === 'stated') {
    return first.kind === 'stated' && second.kind === 'stated' && sameStated(first, second);
  }
  return sameTaken(first.taken, second.taken);
}
