import { describe, expect, test } from 'vitest';
import { readBlame } from '../../../../src/engine/history/readBlame';

// Output of git 2.39 for a file of two lines, the second one changed later, in a clone with --depth 2.
const porcelain = `910ff88845ad709939a90c1ca52a0e1a355cdfa6 1 1 1
author Ann Lee
author-mail <ann@example.com>
author-time 1700000000
author-tz +0000
committer Ann Lee
committer-mail <ann@example.com>
committer-time 1700000000
committer-tz +0000
summary Add flags
boundary
filename flags.json
	author of the first line, a text that looks like a header
b10ff88845ad709939a90c1ca52a0e1a355cdfa7 2 2 1
author Bo
author-time 1710000000
summary Roll out to 10 %
previous 910ff88845ad709939a90c1ca52a0e1a355cdfa6 flags.json
filename flags.json
	
`;

describe('readBlame', () => {
  test('one entry a line, with author, time and title of its commit', () => {
    expect(readBlame(porcelain)).toEqual([
      { author: 'Ann Lee', authorTime: 1_700_000_000, summary: 'Add flags', isBoundary: true },
      { author: 'Bo', authorTime: 1_710_000_000, summary: 'Roll out to 10 %', isBoundary: false },
    ]);
  });

  test('nothing in, nothing out', () => {
    expect(readBlame('')).toEqual([]);
  });
});
